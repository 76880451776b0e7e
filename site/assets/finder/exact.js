// SPDX-License-Identifier: Apache-2.0
// Exact fractions for money and rates: what src/logic/rational.h is in C++, without its bound of
// 127 bits. Whole numbers are lists of limbs, since browsers of 2019 have no BigInt.
// tests/scripts/json_logic_random.py compares the two.
'use strict';

(function (huice) {
  const limb = 10000000; // a product of two limbs and all carries are below 2^53

  // Magnitudes: lists of limbs, the least first, without zeros at the end; 0 is [].
  function trimmed(limbs) {
    while (limbs.length > 0 && limbs[limbs.length - 1] === 0) limbs.pop();
    return limbs;
  }

  function compareLimbs(a, b) {
    if (a.length !== b.length) return a.length < b.length ? -1 : 1;
    for (let i = a.length - 1; i >= 0; i -= 1) if (a[i] !== b[i]) return a[i] < b[i] ? -1 : 1;
    return 0;
  }

  function addLimbs(a, b) {
    const sum = [];
    let carry = 0;
    for (let i = 0; i < a.length || i < b.length || carry > 0; i += 1) {
      const one = (a[i] || 0) + (b[i] || 0) + carry;
      sum.push(one % limb);
      carry = Math.floor(one / limb);
    }
    return sum;
  }

  // REQUIRES: a is not less than b.
  function subtractLimbs(a, b) {
    const rest = [];
    let borrow = 0;
    for (let i = 0; i < a.length; i += 1) {
      const one = a[i] - (b[i] || 0) - borrow;
      borrow = one < 0 ? 1 : 0;
      rest.push(one + borrow * limb);
    }
    return trimmed(rest);
  }

  function timesLimbs(a, b) {
    const product = new Array(a.length + b.length).fill(0);
    for (let i = 0; i < a.length; i += 1) {
      let carry = 0;
      for (let j = 0; j < b.length || carry > 0; j += 1) {
        const one = product[i + j] + a[i] * (b[j] || 0) + carry;
        product[i + j] = one % limb;
        carry = Math.floor(one / limb);
      }
    }
    return trimmed(product);
  }

  // [quotient, rest]: limb by limb, each found by halving what it can be.
  function divideLimbs(a, b) {
    const quotient = new Array(a.length).fill(0);
    let rest = [];
    for (let i = a.length - 1; i >= 0; i -= 1) {
      rest = trimmed([a[i]].concat(rest));
      let low = 0;
      let high = limb - 1;
      while (low < high) {
        const middle = Math.ceil((low + high) / 2);
        if (compareLimbs(timesLimbs(b, [middle]), rest) <= 0) low = middle;
        else high = middle - 1;
      }
      quotient[i] = low;
      if (low > 0) rest = subtractLimbs(rest, timesLimbs(b, [low]));
    }
    return [trimmed(quotient), rest];
  }

  function limbsOf(digits) {
    const limbs = [];
    for (let end = digits.length; end > 0; end -= 7) limbs.push(Number(digits.slice(Math.max(0, end - 7), end)));
    return trimmed(limbs);
  }

  function digitsOf(limbs) {
    if (limbs.length === 0) return '0';
    const most = limbs.length - 1;
    return limbs.map((one, i) => (i === most ? String(one) : String(one).padStart(7, '0'))).reverse().join('');
  }

  /** A whole number of any size; never changes. */
  class Whole {
    constructor(limbs, negative) {
      this.limbs = limbs;
      this.negative = negative && limbs.length > 0;
    }

    /** Of a whole number, a text of digits with or without a minus, or a Whole. */
    static of(given) {
      if (given instanceof Whole) return given;
      const text = String(given);
      if (!/^-?[0-9]+$/.test(text)) throw new RangeError(`no whole number: ${text}`);
      return new Whole(limbsOf(text.replace('-', '')), text[0] === '-');
    }

    get sign() {
      return this.limbs.length === 0 ? 0 : this.negative ? -1 : 1;
    }

    negated() {
      return new Whole(this.limbs, !this.negative);
    }

    plus(other) {
      if (this.negative === other.negative) return new Whole(addLimbs(this.limbs, other.limbs), this.negative);
      if (compareLimbs(this.limbs, other.limbs) >= 0) return new Whole(subtractLimbs(this.limbs, other.limbs), this.negative);
      return new Whole(subtractLimbs(other.limbs, this.limbs), other.negative);
    }

    times(other) {
      return new Whole(timesLimbs(this.limbs, other.limbs), this.negative !== other.negative);
    }

    toString() {
      return (this.negative ? '-' : '') + digitsOf(this.limbs);
    }
  }

  function commonDivisor(a, b) {
    let [one, two] = [a, b];
    while (two.length > 0) [one, two] = [two, divideLimbs(one, two)[1]];
    return one;
  }

  const roundsUp = {
    half_up: half => half >= 0,
    half_even: (half, odd) => half > 0 || (half === 0 && odd),
    down: () => false,
  };

  /** A fraction in lowest terms; never changes. */
  class Rational {
    /** numerator / denominator, as Whole.of() reads them. Throws RangeError for a denominator of 0. */
    constructor(numerator, denominator = 1) {
      const above = Whole.of(numerator);
      const below = Whole.of(denominator);
      if (below.sign === 0) throw new RangeError('division by zero');
      const divisor = commonDivisor(above.limbs, below.limbs);
      const reduced = limbs => (divisor.length === 1 && divisor[0] === 1 ? limbs : divideLimbs(limbs, divisor)[0]);
      this.numerator = new Whole(reduced(above.limbs), above.negative !== below.negative);
      this.denominator = new Whole(reduced(below.limbs), false);
      Object.freeze(this);
    }

    /** Reads "300", "-0.5", "53.20": digits on both sides of the point, nothing else; else null. */
    static parse(decimal) {
      const match = /^(-?)([0-9]+)(?:\.([0-9]+))?$/.exec(decimal);
      if (!match) return null;
      const fraction = match[3] || '';
      return new Rational(match[1] + match[2] + fraction, `1${'0'.repeat(fraction.length)}`);
    }

    plus(other) {
      const above = this.numerator.times(other.denominator).plus(other.numerator.times(this.denominator));
      return new Rational(above, this.denominator.times(other.denominator));
    }

    minus(other) {
      return this.plus(new Rational(other.numerator.negated(), other.denominator));
    }

    times(other) {
      return new Rational(this.numerator.times(other.numerator), this.denominator.times(other.denominator));
    }

    /** Throws RangeError where the other is 0. */
    over(other) {
      return new Rational(this.numerator.times(other.denominator), this.denominator.times(other.numerator));
    }

    /** Negative, 0 or positive, as Array.prototype.sort wants it. */
    compare(other) {
      return this.numerator.times(other.denominator).plus(other.numerator.times(this.denominator).negated()).sign;
    }

    /** The Whole, by a named mode: 'half_up' (to the nearest, a half away from zero, 四舍五入),
     *  'half_even' (a half to the even neighbour) or 'down' (towards zero). */
    rounded(mode) {
      if (!Object.prototype.hasOwnProperty.call(roundsUp, mode)) throw new TypeError(`there is no rounding “${mode}”`);
      const [whole, rest] = divideLimbs(this.numerator.limbs, this.denominator.limbs);
      const half = compareLimbs(addLimbs(rest, rest), this.denominator.limbs);
      const odd = whole.length > 0 && whole[0] % 2 === 1;
      return new Whole(roundsUp[mode](half, odd) ? addLimbs(whole, [1]) : whole, this.numerator.negative);
    }

    toString() {
      return String(this.denominator) === '1' ? `${this.numerator}` : `${this.numerator}/${this.denominator}`;
    }
  }

  huice.Whole = Whole;
  huice.Rational = Rational;
})((globalThis.huice = globalThis.huice || {}));
