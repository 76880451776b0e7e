// SPDX-License-Identifier: Apache-2.0
// One enterprise against the measures of a plan (src/match/plan_json.h): the same verdicts and
// estimates as src/match/match.h and estimate.h, which have the rules in words.
// tests/scripts/match_random.py compares the two.
'use strict';

(function (huice) {
  const { Applicant, Rational, movedIn, paths } = huice;

  const zero = new Rational(0);
  const daysOfLongestYear = new Rational(366, 360);
  const closing = ['expired', 'not-yet', 'superseded', 'repealed', 'closed', 'set-aside'];

  const byYear = per => per === 'year';
  const each = per => (per.startsWith('每') ? per : '');
  const countedAlike = (a, b) => a === 'unclear' || b === 'unclear' || (byYear(a) === byYear(b) && each(a) === each(b));
  const smaller = (a, b) => (a.compare(b) <= 0 ? a : b);
  const larger = (a, b) => (a.compare(b) >= 0 ? a : b);

  // From low to high, in 分; null where that bound is not known.
  const range = (low = null, high = null) => ({ low, high });
  const both = (a, b, choose) => (a && b ? choose(a, b) : null);
  const wider = (a, b) => range(both(a.low, b.low, smaller), both(a.high, b.high, larger));

  // What the cases of one bound come to (src/match/limits.h): the least and the most of those that may
  // hold; whether one surely does and all are known; whether one comes to nobody knows what.
  class Limits {
    constructor(caps, floors, per, component) {
      const together = bound => each(per) !== '' && each(bound.per) === '';
      const alike = bound => countedAlike(bound.per, per);
      const come = list => list.map(cases => component.limit(cases));
      this.caps = come(caps.filter(([first]) => alike(first) || together(first)));
      this.floors = come(floors.filter(([first]) => alike(first)));
    }

    applied({ low, high }, times) {
      for (const cap of this.caps) {
        if (cap.unknown) low = null;
        if (low && cap.least) low = smaller(low, cap.least.times(times));
        if (!cap.sure) continue;
        const most = cap.most.times(times);
        high = high ? smaller(high, most) : most;
      }
      for (const floor of this.floors) {
        if (floor.sure) low = low ? larger(low, floor.least) : floor.least;
        if (floor.unknown) high = null;
        if (high && floor.most) high = larger(high, floor.most);
      }
      return range(low, high);
    }
  }

  class Component {
    constructor(amount, applicant, whole) {
      this.amount = amount;
      this.applicant = applicant;
      this.answers = applicant.row;
      this.whole = whole;
      const { per, caps, floors } = amount;
      const all = [per, ...[...caps, ...floors].flat().map(one => one.per)];
      const ofLoan = (amount.basis === 'interest' || amount.day !== null) && per === 'unclear';
      this.per = amount.basis === 'phases' ? 'year' : ofLoan ? '每笔贷款' : all.find(one => one !== 'unclear') || 'unclear';
    }

    run() {
      const { caps, floors } = this.amount;
      const limits = new Limits(caps, floors, this.per, this);
      return this.readings()
        .map(({ award, cap }) => {
          const { low, high } = this.base(cap);
          return limits.applied(range(low && low.times(award), high && high.times(award)), cap);
        })
        .reduce(wider);
    }

    base(times) {
      const { basis, value, value_to: valueTo, rate, rate_to: rateTo } = this.amount;
      if (basis === 'fixed' && value) return range(Rational.parse(value), Rational.parse(valueTo || value));
      if ((basis === 'rate' || basis === 'match') && rate) return this.rated(rate, rateTo || rate);
      if (basis === 'interest' && rate) return this.interest(rate);
      if (basis === 'bands') return this.bands();
      if (basis === 'phases') return this.phases();
      if (basis === 'stages') return this.stages(times);
      if (basis === 'allowance') this.allowance();
      return basis === 'schedule' ? this.schedule(times) : range();
    }

    // Each rate is of the part that lies in its band alone.
    bands() {
      const of = this.answer(this.amount.base);
      if (of === null) return range();
      let sum = zero;
      let from = zero;
      for (const { rate, up_to: upTo } of this.amount.rows) {
        if (rate === null || of.compare(from) <= 0) break;
        const to = upTo === null ? of : smaller(of, Rational.parse(upTo));
        sum = sum.plus(share(rate).times(to.minus(from)));
        from = to;
      }
      return range(sum, sum);
    }

    // One year brings what its phase gives, and no year more than one phase.
    phases() {
      const ranges = this.amount.phases.map(({ value, rate }) => {
        if (value) return range(Rational.parse(value), Rational.parse(value));
        return rate ? this.rated(rate) : range();
      });
      return ranges.length === 0 ? range() : ranges.reduce(wider);
    }

    // Each row is paid once its stage is reached: those surely reached are the least, all that may be
    // the most.
    stages(times) {
      return this.amount.rows.reduce((sum, row) => {
        const holds = this.holds(row.rule);
        if (holds === 'no') return sum;
        const { low, high } = this.row(row, times);
        return range(holds === 'yes' && low ? sum.low.plus(low) : sum.low, both(sum.high, high, (a, b) => a.plus(b)));
      }, range(zero, zero));
    }

    // Which row it is of is asked for, though no sum comes of it.
    allowance() {
      this.amount.rows.some(row => this.holds(row.rule) === 'yes');
    }

    // The answer a share is of, in 分, a loss as nothing; null where there is none.
    answer(base) {
      if (base === null) return null;
      const given = this.answers[base];
      if (typeof given === 'number') return larger(zero, new Rational(given));
      this.whole.missing.add(base);
      return null;
    }

    rated(percent, percentTo = percent) {
      const of = this.answer(this.amount.base);
      if (of === null) return range();
      return range(share(percent).times(of), share(percentTo).times(of));
    }

    interest(percent) {
      const { base, day, reference } = this.amount;
      if (base === null || day === null) return range();
      const loan = this.answer(base);
      if (reference.length === 0) return range();
      const given = this.answers[day];
      if (typeof given !== 'string') {
        this.whole.missing.add(day);
        return range();
      }
      const rate = reference.filter(one => one.from <= given && given < one.until).pop();
      if (rate === undefined || loan === null) return range();
      if (rate.provisional) this.whole.provisional = true;
      return range(null, share(percent).times(share(rate.rate)).times(loan).times(daysOfLongestYear));
    }

    schedule(times) {
      const { rows } = this.amount;
      if (rows.length === 0) return range();
      let possible = null;
      for (const row of rows) {
        const holds = this.holds(row.rule);
        if (holds === 'no') continue;
        const of = this.row(row, times);
        possible = possible === null ? of : wider(possible, of);
        if (holds === 'yes') break;
      }
      return possible || range(zero, zero);
    }

    // A row of a loan whose interest is paid is a share of that interest.
    row({ value, rate, caps, floors }, times) {
      const rated = () => (this.amount.day === null ? this.rated(rate) : this.interest(rate));
      const own = value ? range(Rational.parse(value), Rational.parse(value)) : rate ? rated() : range();
      return new Limits(caps, floors, this.per, this).applied(own, times);
    }

    // Of the cases of one bound, the first that holds counts.
    limit(cases) {
      const limit = { least: null, most: null, sure: true, unknown: false };
      let ends = false;
      for (const bound of cases) {
        const holds = bound.always ? 'yes' : this.holds(bound.rule);
        if (holds === 'no') continue;
        ends = holds === 'yes';
        this.take(bound, limit);
        if (ends) break;
      }
      limit.sure = limit.sure && ends && !limit.unknown;
      return limit;
    }

    take({ value, rate, base, may_be_exceeded: open }, limit) {
      if (value === null && rate === null) {
        limit.sure = false; // a rate as such bounds no sum
        return;
      }
      const of = value === null ? this.answer(base) : null;
      const sum = value !== null ? Rational.parse(value) : of && share(rate).times(of);
      if (sum === null) {
        limit.unknown = true;
      } else if (open) {
        limit.sure = false;
      } else {
        limit.least = limit.least ? smaller(limit.least, sum) : sum;
        limit.most = limit.most ? larger(limit.most, sum) : sum;
      }
    }

    holds(rule) {
      if (rule === null) return 'unknown';
      const { verdict, missing } = this.applicant.decide(rule);
      if (verdict === 'unknown') for (const name of missing) this.whole.missing.add(name);
      return verdict;
    }

    // What the award and the cap are multiplied by, one way of reading the text each.
    readings() {
      const one = new Rational(1);
      let all = [{ award: one, cap: one }];
      for (const modifier of this.amount.modifiers) {
        const holds = this.holds(modifier.rule);
        if (holds === 'no') continue;
        const times = Rational.parse(modifier.times);
        all = all.flatMap(({ award, cap }) => [
          ...(holds === 'unknown' ? [{ award, cap }] : []),
          ...(modifier.applies_to === 'cap' ? [] : [{ award: award.times(times), cap }]),
          ...(modifier.applies_to === 'award' ? [] : [{ award, cap: cap.times(times) }]),
        ]);
      }
      return all;
    }
  }

  const share = percent => Rational.parse(percent).over(new Rational(100));

  function kindOf({ low, high }) {
    if (low && high) return low.compare(high) === 0 ? 'exact' : 'between';
    if (high) return 'at_most';
    return low ? 'at_least' : 'unknown';
  }

  const plus = (a, b) => a.plus(b);
  const total = (ranges, low) => ranges.reduce((a, b) => range(low(a.low, b.low), both(a.high, b.high, plus)));

  // Parts that are paid for some years each may follow one another: then a year brings one of them.
  function added(parts) {
    const ranges = list => list.map(part => part.range);
    const add = (a, b) => (a && b ? a.plus(b) : a || b);
    const followed = parts.filter(part => part.followed);
    if (followed.length < 2) return total(ranges(parts), add);
    const one = total(ranges(followed), (a, b) => both(a, b, smaller));
    const others = parts.filter(part => !part.followed);
    return others.length === 0 ? one : total([...ranges(others), one], add);
  }

  /** What the measure is worth, sums in 分 as Whole: {kind, low, high, per, provisional, not_added,
   *  missing}. */
  function estimate(measure, applicant) {
    const whole = { provisional: measure.provisional, missing: new Set() };
    const all = measure.amounts.map(amount => {
      const component = new Component(amount, applicant, whole);
      const followed = component.per === 'year' && amount.for_some_years;
      return { per: component.per, range: component.run(), followed, basis: amount.basis };
    });
    // An allowance is counted, and adds nothing to a sum.
    const parts = all.filter(({ basis }) => basis !== 'allowance');
    let per = 'unclear';
    let notAdded = false;
    for (const part of parts) {
      if (!countedAlike(part.per, per)) notAdded = true;
      if (per === 'unclear') per = part.per;
    }
    const unknown = { kind: 'unknown', low: null, high: null, per, provisional: whole.provisional, not_added: notAdded, missing: [...whole.missing] };
    if (notAdded || parts.length === 0) return unknown;
    // A part without an upper bound leaves the sum without one; each part is at least nothing.
    const sum = added(parts);
    return { ...unknown, kind: kindOf(sum), low: sum.low && sum.low.rounded('half_up'), high: sum.high && sum.high.rounded('half_up') };
  }

  function verdictOf(requirements) {
    if (requirements.some(one => one.verdict === 'no')) return 'no';
    if (requirements.length === 0 || requirements.some(one => one.verdict === 'unknown')) return 'unknown';
    return 'yes';
  }

  // What all ways to read a condition agree on.
  function required({ label, rule, readings }, applicant) {
    const rules = readings.length > 0 ? readings : [rule];
    const all = rules.map(one => (one === null ? { verdict: 'unknown', missing: [], doubts: [] } : applicant.decide(one)));
    const agreed = all.every(one => one.verdict === all[0].verdict);
    const verdict = agreed ? all[0].verdict : 'unknown';
    const open = readings.length > 0 && verdict === 'unknown' && all.some(one => one.verdict !== 'unknown');
    const missing = verdict === 'unknown' ? [...new Set(all.flatMap(one => one.missing))] : [];
    const doubts = all.flatMap(one => one.doubts).concat(open ? ['two-readings'] : []);
    return { label, judged: readings.length === 0 && rule === null, verdict, missing, doubts };
  }

  // How a recognition's day is to the first day that surely counts: before it, open, or since then.
  function placeOf(item, since) {
    const brought = item.how === movedIn;
    const day = brought ? item.moved : item.date;
    if (typeof day === 'string') return day < since ? 0 : 2;
    if (brought) return 2;
    if (typeof item.year !== 'number') return 1;
    const year = Number(since.slice(0, 4));
    if (item.year !== year) return item.year < year ? 0 : 2;
    return since.endsWith('-01-01') ? 2 : 1;
  }

  /** {verdict, requirements, cautions, missing, estimate} of one measure of the plan. Answers are an object keyed by field, in the form the plan's rules compute with:
   *  money in 分, rates in millionths. */
  function match(plan, measure, answers) {
    const applicant = new Applicant(plan, answers);
    const requirements = measure.requirements.map(one => required(one, applicant));
    const cautions = new Set(requirements.some(one => one.judged) ? ['judged'] : []);
    let verdict = verdictOf(requirements);
    if (requirements.length === 0) cautions.add('no-requirements');
    if (verdict === 'unknown') for (const one of requirements) if (one.verdict === 'unknown') one.doubts.forEach(why => cautions.add(why));
    let missing = [];
    if (verdict === 'yes' && measure.counts_since !== null) {
      const meet = least => {
        const kept = { ...answers };
        for (const field of plan.recognition_fields) {
          if (Array.isArray(kept[field])) kept[field] = kept[field].filter(one => placeOf(one, measure.counts_since) >= least);
        }
        const asKept = new Applicant(plan, kept);
        return verdictOf(measure.requirements.map(one => required(one, asKept))) === 'yes';
      };
      if (!meet(2)) {
        verdict = 'unknown';
        const open = meet(1);
        const read = measure.requirements.flatMap(one => [one.rule, ...one.readings]).flatMap(rule => (rule === null ? [] : paths(rule)));
        if (open) missing = plan.recognition_fields.filter(field => read.includes(field));
        const given = plan.recognition_fields.flatMap(field => (Array.isArray(answers[field]) ? answers[field] : []));
        const brought = answers[plan.moved_field] === true && given.some(one => one.how !== movedIn);
        cautions.add(open ? 'undated' : brought ? 'moved-open' : 'earlier');
      }
    }
    const home = applicant.row[plan.region_field];
    if ((measure.limited || measure.asks_region) && verdict !== 'no' && !measure.homes.includes(home)) {
      const answered = typeof home === 'string';
      cautions.add(measure.limited ? 'territory' : answered ? 'other-region' : 'region-unanswered');
      if (!answered && measure.homes.length > 0) missing.push(plan.region_field);
      if (verdict === 'yes') verdict = 'unknown';
    }
    if (measure.unproven && verdict === 'yes') verdict = 'unknown';
    for (const caution of measure.standing) {
      cautions.add(caution);
      if (closing.includes(caution)) verdict = 'no';
    }
    let worth = null;
    if (verdict !== 'no' && measure.amounts.length > 0) {
      worth = estimate(measure, applicant);
      const bounds = one => [...one.caps, ...one.floors].flat();
      const inRows = one => one.rows.flatMap(row => [row, ...bounds(row)]);
      const rules = measure.amounts.flatMap(one => [...bounds(one), ...inRows(one), ...one.modifiers]).map(one => one.rule);
      for (const rule of rules) if (rule !== null) applicant.decide(rule).doubts.forEach(why => cautions.add(why));
    }
    return { verdict, requirements, cautions: [...cautions], missing, estimate: worth };
  }

  huice.estimate = estimate;
  huice.match = match;
})((globalThis.huice = globalThis.huice || {}));
