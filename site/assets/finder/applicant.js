// SPDX-License-Identifier: Apache-2.0
// One enterprise, with its answers as they count on the plan's day: the same as
// src/match/applicant.h, which has the rules in words; tests/scripts/match_random.py compares the two.
'use strict';

(function (huice) {
  const { decide, paths } = huice;

  const movedIn = '整体迁入';

  const asksHow = rule => {
    if (Array.isArray(rule)) return rule.some(asksHow);
    if (typeof rule !== 'object' || rule === null) return false;
    return Object.entries(rule).some(([key, value]) => (key === 'var' && typeof value === 'string' ? value === 'how' : asksHow(value)));
  };

  const affirms = answer => {
    if (Array.isArray(answer)) return answer.length > 0;
    if (typeof answer === 'string') return /^\d{4}-\d{2}-\d{2}$/u.test(answer);
    return Boolean(answer);
  };

  // Of a year alone, the last day of its term is not known: in that year it may be over.
  function hasLapsed(terms, item, today) {
    const term = terms[item.name];
    if (term === undefined || typeof item.year !== 'number') return false;
    const year = Number(today.slice(0, 4));
    const end = item.year + term;
    if (typeof item.date !== 'string' || end !== year) return end <= year;
    return item.date.slice(5) <= today.slice(5);
  }

  function doubtOf(terms, item, today) {
    const hasUntil = typeof item.until === 'string';
    return {
      ended: hasUntil && item.until < today,
      lapsed: !hasUntil && hasLapsed(terms, item, today),
      later: typeof item.date === 'string' ? item.date > today : (item.year || 0) > Number(today.slice(0, 4)),
    };
  }

  const everything = { ended: true, lapsed: true, later: true, moved: false };

  class Applicant {
    constructor(plan, answers) {
      this.plan = plan;
      this.given = answers;
      this.decided = new Map();
      this.contradictions = [];
      this.blanks = [];
      this.findContradictions();
      this.leaveOpen();
      this.weighRecognitions();
    }

    findContradictions() {
      for (const { field, rule } of this.plan.only_if) {
        if (!affirms(this.given[field]) || decide(rule, this.given).verdict !== 'no') continue;
        const others = paths(rule);
        this.contradictions.push({ field, others });
        for (const name of [field, ...others]) this.blanks.push({ field: name, why: 'contradictory' });
      }
    }

    leaveOpen() {
      for (const field of this.plan.past_days) {
        if (typeof this.given[field] === 'string' && this.given[field] > this.plan.as_of) this.blanks.push({ field, why: 'dated-later' });
      }
      this.row = { ...this.given };
      for (const { field } of this.blanks) delete this.row[field];
    }

    weighRecognitions() {
      const { plan, row } = this;
      const lists = plan.recognition_fields.filter(field => Array.isArray(row[field]));
      const items = lists.flatMap(field => row[field].map(item => doubtOf(plan.terms[field] || {}, item, plan.as_of)));
      const any = kind => items.some(doubt => doubt[kind]);
      const moved = row[plan.moved_field] === true && lists.some(field => row[field].some(item => item.how !== movedIn));
      const first = row;
      this.being = { row, others: [] };
      this.becoming = this.being;
      if (!any('ended') && !any('lapsed') && !any('later') && !moved) return;
      const as = way => {
        const made = { ...first };
        for (const field of lists) {
          made[field] = first[field].flatMap(item => {
            const doubt = doubtOf(plan.terms[field] || {}, item, plan.as_of);
            if (['ended', 'lapsed', 'later'].some(kind => doubt[kind] && !way[kind])) return [];
            return way.moved && item.how !== movedIn ? [item, { ...item, how: movedIn }] : [item];
          });
        }
        return made;
      };
      const side = (base, way, lapses) => {
        const others = [];
        if (lapses) others.push({ row: as({ ...way, lapsed: false }), why: ['lapsed'] });
        if (any('later')) others.push({ row: as({ ...way, later: false }), why: ['dated-later'] });
        if (lapses && any('later')) others.push({ row: as({ ...way, lapsed: false, later: false }), why: ['lapsed', 'dated-later'] });
        if (moved) others.push({ row: as({ ...way, moved: true }), why: ['moved-open'] });
        return { row: base, others };
      };
      if (any('ended')) this.row = as({ ...everything, ended: false });
      this.being = side(this.row, { ...everything, ended: false }, any('lapsed'));
      this.becoming = any('ended') || any('lapsed') ? side(first, everything, false) : this.being;
    }

    // {verdict, missing, doubts}: doubts are why it is unknown where the answers given would decide.
    decide(rule) {
      if (!this.decided.has(rule)) this.decided.set(rule, this.workOut(rule));
      return this.decided.get(rule);
    }

    workOut(rule) {
      const side = asksHow(rule) ? this.becoming : this.being;
      const now = decide(rule, side.row);
      const differing = side.others.filter(({ row }) => decide(rule, row).verdict !== now.verdict);
      if (differing.length === 0 && now.verdict !== 'unknown') return { ...now, doubts: [] };
      const read = paths(rule);
      const missing = now.verdict === 'unknown' ? now.missing : read.filter(name => this.plan.recognition_fields.includes(name));
      const blank = this.blanks.filter(({ field }) => read.includes(field)).map(({ why }) => why);
      return { verdict: 'unknown', missing, doubts: [...differing.flatMap(({ why }) => why), ...blank] };
    }
  }

  huice.Applicant = Applicant;
  huice.movedIn = movedIn;
})((globalThis.huice = globalThis.huice || {}));
