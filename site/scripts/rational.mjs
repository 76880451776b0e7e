// SPDX-License-Identifier: Apache-2.0
// Exact fractions of BigInt for money and rates: what src/logic/rational.h is in C++, without its
// bound of 127 bits. tests/scripts/json_logic_random.py compares the two.

const magnitude = number => (number < 0n ? -number : number);

function commonDivisor(a, b) {
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
}

/** A fraction in lowest terms; never changes. */
export class Rational {
  /** numerator / denominator, whole numbers or BigInts. Throws RangeError for a denominator of 0. */
  constructor(numerator, denominator = 1n) {
    const [above, below] = [BigInt(numerator), BigInt(denominator)];
    if (below === 0n) throw new RangeError('division by zero');
    const divisor = commonDivisor(magnitude(above), magnitude(below)) * (below < 0n ? -1n : 1n);
    this.numerator = above / divisor;
    this.denominator = below / divisor;
    Object.freeze(this);
  }

  /** Reads "300", "-0.5", "53.20": digits on both sides of the point, nothing else; else null. */
  static parse(decimal) {
    const match = /^(-?)([0-9]+)(?:\.([0-9]+))?$/.exec(decimal);
    if (!match) return null;
    const [, sign, whole, fraction = ''] = match;
    return new Rational(BigInt(whole + fraction) * (sign ? -1n : 1n), 10n ** BigInt(fraction.length));
  }

  plus(other) {
    return new Rational(this.numerator * other.denominator + other.numerator * this.denominator, this.denominator * other.denominator);
  }

  minus(other) {
    return this.plus(new Rational(-other.numerator, other.denominator));
  }

  times(other) {
    return new Rational(this.numerator * other.numerator, this.denominator * other.denominator);
  }

  /** Throws RangeError where the other is 0. */
  over(other) {
    return new Rational(this.numerator * other.denominator, this.denominator * other.numerator);
  }

  /** Negative, 0 or positive, as Array.prototype.sort wants it. */
  compare(other) {
    const difference = this.numerator * other.denominator - other.numerator * this.denominator;
    return difference < 0n ? -1 : difference > 0n ? 1 : 0;
  }

  /** The whole number, a BigInt, by a named mode: 'half_up' (to the nearest, a half away from zero,
   *  四舍五入), 'half_even' (a half to the even neighbour) or 'down' (towards zero). */
  rounded(mode) {
    const above = magnitude(this.numerator);
    let whole = above / this.denominator;
    const twice = (above % this.denominator) * 2n;
    const up = {
      half_up: () => twice >= this.denominator,
      half_even: () => twice > this.denominator || (twice === this.denominator && whole % 2n === 1n),
      down: () => false,
    };
    if (!Object.hasOwn(up, mode)) throw new TypeError(`there is no rounding “${mode}”`);
    if (up[mode]()) whole += 1n;
    return this.numerator < 0n ? -whole : whole;
  }

  toString() {
    return this.denominator === 1n ? `${this.numerator}` : `${this.numerator}/${this.denominator}`;
  }
}
