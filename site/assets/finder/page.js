// SPDX-License-Identifier: Apache-2.0
// The finder's page: questions, results, the address. Answers are kept in the page and, where a
// reader asks for a link, in the address's fragment, which browsers send nowhere. Every word comes
// from the page (templates/site/finder.html) or from the data.
'use strict';

(function (huice) {
  const shownFirst = { yes: 0, unknown: 1, no: 2 };
  const over = ['expired', 'not-yet', 'superseded', 'repealed', 'closed', 'set-aside'];

  // ── Questions and order: as src/view/undecided.h and match_report.cpp have them ────────────────

  /** Fields that an answer could still change a result through: [{field, measures}], those of most
   *  measures first, in the profile's order where equal. */
  function questionsOf(data, results) {
    const waiting = new Map();
    for (const { verdict, requirements, missing } of results) {
      if (verdict !== 'unknown') continue;
      const asked = new Set(missing.concat(...requirements.map(one => one.missing)));
      for (const name of asked) waiting.set(name, (waiting.get(name) || 0) + 1);
    }
    const open = data.fields.filter(field => waiting.has(field.id)).map((field, at) => ({ field, at, measures: waiting.get(field.id) }));
    return open.sort((a, b) => b.measures - a.measures || a.at - b.at);
  }

  const isBound = ({ estimate }) => !estimate || estimate.low === null;
  const worth = ({ estimate }) => (estimate && (estimate.low || estimate.high)) || huice.Whole.of(0);

  /** What can be had first, elsewhere after here, then the larger sum; bounds last. */
  function sorted(results) {
    const key = one => [shownFirst[one.verdict], one.cautions.includes('other-region') ? 1 : 0, isBound(one) ? 1 : 0];
    return results
      .map((one, at) => ({ one, at, key: key(one) }))
      .sort((a, b) => {
        for (let i = 0; i < 3; i += 1) if (a.key[i] !== b.key[i]) return a.key[i] - b.key[i];
        return worth(b.one).plus(worth(a.one).negated()).sign || a.at - b.at;
      })
      .map(({ one }) => one);
  }

  function matched(data, answers) {
    return data.plan.measures.map((measure, at) => Object.assign(huice.match(data.plan, measure, answers), { measure, shown: data.measures[at] }));
  }

  // ── Answers as people write them ───────────────────────────────────────────────────────────────

  // A number times 10^power as a whole number; null where it is none, undefined where it is empty.
  function scaled(text, power) {
    const plain = text.trim().replace(/,/g, '');
    if (plain === '') return undefined;
    const number = huice.Rational.parse(plain);
    if (number === null) return null;
    const whole = number.times(new huice.Rational(`1${'0'.repeat(power)}`));
    const value = Number(String(whole.numerator));
    return String(whole.denominator) === '1' && value <= Number.MAX_SAFE_INTEGER && value >= -Number.MAX_SAFE_INTEGER ? value : null;
  }

  const powers = { money: 6, rate: 4 }; // 万元 in 分, % in millionths

  /** An answer in the form that rules compute with: undefined for none, null for one that cannot be
   *  read. */
  function readAnswer(field, text) {
    if (field.type === 'number') {
      const number = huice.Rational.parse(text.trim());
      return text.trim() === '' ? undefined : number === null ? null : Number(text.trim());
    }
    if (powers[field.type]) return scaled(text, powers[field.type]);
    if (field.type === 'boolean') return text === '' ? undefined : text === 'yes';
    if (field.type === 'date') return text === '' ? undefined : /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : null;
    return text === '' ? undefined : field.choices.includes(text) ? text : null;
  }

  /** The fragment of the answers, and back: unknown fields and unreadable values are left out. */
  const fragmentOf = answers => `#${encodeURIComponent(JSON.stringify(answers))}`;

  function fits(field, value) {
    if (field.type === 'boolean') return typeof value === 'boolean';
    if (field.type === 'recognition') return Array.isArray(value) && value.every(one => one && field.choices.includes(one.name) && (one.tier === undefined || field.tiers.includes(one.tier)));
    if (['money', 'rate'].includes(field.type)) return Number.isSafeInteger(value);
    if (field.type === 'number') return Number.isFinite(value);
    return typeof value === 'string' && readAnswer(field, value) === value;
  }

  function answersIn(data, fragment) {
    const answers = {};
    let given;
    try {
      given = JSON.parse(decodeURIComponent(fragment.slice(1)));
    } catch (error) {
      return answers;
    }
    if (typeof given !== 'object' || given === null) return answers;
    for (const field of data.fields) {
      const has = Object.prototype.hasOwnProperty.call(given, field.id);
      if (has && fits(field, given[field.id])) answers[field.id] = given[field.id];
    }
    return answers;
  }

  /** A sum in 分 as model::Money::of_fen() writes it: 200万元, 0.5元. */
  function moneyText(fen) {
    const digits = String(fen);
    const yi = digits.length >= 11 && digits.endsWith('00000000');
    const [power, unit] = yi ? [10, '亿元'] : digits.length >= 7 ? [6, '万元'] : [2, '元'];
    const padded = digits.padStart(power + 1, '0');
    const fraction = padded.slice(-power).replace(/0+$/, '');
    return padded.slice(0, -power) + (fraction && `.${fraction}`) + unit;
  }

  Object.assign(huice, { questionsOf, sorted, matched, readAnswer, fragmentOf, answersIn, moneyText });
  if (typeof document === 'undefined') return;

  // ── The page ───────────────────────────────────────────────────────────────────────────────────

  const { data } = huice;
  const root = document.getElementById('_finder');
  const words = {};
  for (const one of root.querySelectorAll('[data-word]')) words[one.dataset.word] = one.textContent;
  const say = (key, slots) => Object.keys(slots || {}).reduce((text, slot) => text.replace(`{${slot}}`, slots[slot]), words[key]);

  function element(name, attributes, ...children) {
    const made = document.createElement(name);
    for (const key of Object.keys(attributes || {})) {
      if (typeof attributes[key] === 'function') made.addEventListener(key, attributes[key]);
      else if (attributes[key] !== false) made.setAttribute(key, attributes[key] === true ? '' : attributes[key]);
    }
    for (const child of children) if (child !== null) made.append(child);
    return made;
  }

  const button = (key, click) => element('button', { type: 'button', click }, words[key]);
  const state = { answers: answersIn(data, location.hash), skipped: new Set(), all: false };

  function answer(field, value) {
    if (value === undefined || value === null) delete state.answers[field.id];
    else state.answers[field.id] = value;
    show();
  }

  // Each recognition with its levels; what is not ticked is not had once one is, or none is said.
  function recognitionInput(field) {
    const boxes = [];
    const read = () => boxes.filter(box => box.checked).map(box => ({ name: box.dataset.name, tier: box.dataset.tier }));
    const given = state.answers[field.id];
    const box = (name, tier) => {
      const has = Array.isArray(given) && given.some(one => one.name === name && one.tier === tier);
      const made = element('input', { type: 'checkbox', 'data-name': name, 'data-tier': tier, checked: has, change: () => answer(field, read()) });
      boxes.push(made);
      return element('label', {}, made, tier);
    };
    const rows = field.choices.map(name => element('fieldset', {}, element('legend', {}, name), ...field.tiers.map(tier => box(name, tier))));
    return element('div', {}, button('none', () => answer(field, [])), ...rows);
  }

  function radioInput(field, choices) {
    const given = state.answers[field.id];
    return element('div', { class: 'choices' }, ...choices.map(([value, text]) => element('label', {},
      element('input', { type: 'radio', name: field.id, checked: given === value, change: () => answer(field, value) }), text)));
  }

  function textInput(field, label) {
    const given = state.answers[field.id];
    const power = powers[field.type] || 0;
    const written = given === undefined ? '' : power === 0 ? String(given) : String(Number(given) / 10 ** power);
    const wrong = element('span', { role: 'alert' });
    const unit = field.type === 'money' ? words.wan : field.type === 'rate' ? '%' : field.unit;
    const change = event => {
      const value = readAnswer(field, event.target.value);
      if (value === null) wrong.textContent = words.unreadable;
      else answer(field, value);
    };
    const input = element('input', { type: field.type === 'date' ? 'date' : 'text', inputmode: field.type === 'date' ? 'numeric' : 'decimal', value: written, 'aria-label': label, change });
    return element('p', {}, input, ` ${unit}`, wrong);
  }

  function questionForm(field) {
    const label = field.question || field.label;
    let input;
    if (field.type === 'boolean') input = radioInput(field, [[true, words.yes], [false, words.no]]);
    else if (field.type === 'choice') input = radioInput(field, field.choices.map(one => [one, one]));
    else if (field.type === 'recognition') input = recognitionInput(field);
    else input = textInput(field, label);
    return element('fieldset', { class: 'question', 'data-field': field.id }, element('legend', {}, label), input);
  }

  function estimateText({ estimate }) {
    if (!estimate || estimate.kind === 'unknown') return '';
    const { low, high, per } = estimate;
    const slots = { low: low && moneyText(low), high: high && moneyText(high) };
    let text = estimate.kind === 'exact' ? slots.low : say(estimate.kind, slots);
    if (words[`per-${per}`]) text = say(`per-${per}`, { sum: text });
    else if (per !== 'once' && per !== 'unclear') text = say('per-each', { each: per, sum: text });
    return estimate.provisional ? say('provisional', { estimate: text }) : text;
  }

  const labelOf = name => (data.fields.find(field => field.id === name) || { label: name }).label;

  function reasonsOf(result) {
    const reasons = result.requirements.filter(one => one.verdict === 'no').map(one => say('failed', { condition: one.label }));
    reasons.push(...result.requirements.filter(one => one.judged).map(one => say('judged', { condition: one.label })));
    const missing = [...new Set(result.missing.concat(...result.requirements.map(one => one.missing)))];
    if (missing.length > 0 && result.verdict === 'unknown') reasons.push(say('missing', { fields: missing.map(labelOf).join('、') }));
    return reasons.concat(result.cautions.filter(one => one !== 'judged').map(one => words[`caution-${one}`]));
  }

  function row(result) {
    const { shown } = result;
    const text = estimateText(result) || (result.verdict === 'no' ? '' : shown.amount);
    return element('li', { class: 'finder-measure' },
      element('a', { href: `../${shown.href}` }, shown.title),
      text ? element('b', {}, ` ${text}`) : null,
      element('p', { class: 'remark' }, shown.article),
      element('ul', {}, ...reasonsOf(result).map(one => element('li', {}, one))));
  }

  // The headline counts the rows that are shown, so that it cannot say otherwise than they do.
  function resultList(results) {
    const listed = sorted(results.filter(one => !one.cautions.some(why => over.includes(why))));
    const of = verdict => listed.filter(one => one.verdict === verdict);
    const counts = { yes: of('yes').length, unknown: of('unknown').length, no: of('no').length };
    const groups = ['yes', 'unknown', 'no'].filter(verdict => counts[verdict] > 0);
    return element('section', { class: 'finder-results' },
      element('h2', {}, words.results), element('p', { role: 'status' }, say('summary', counts)),
      ...groups.map(verdict => element('details', { class: verdict, open: verdict !== 'no' },
        element('summary', {}, words[`verdict-${verdict}`]), element('ol', {}, ...of(verdict).map(row)))));
  }

  function share() {
    const said = element('p', { role: 'status' });
    const copy = () => {
      history.replaceState(null, '', fragmentOf(state.answers));
      const done = navigator.clipboard ? navigator.clipboard.writeText(location.href) : Promise.reject(new Error('none'));
      done.then(() => { said.textContent = words.copied; }, () => { said.textContent = words.not_copied; });
    };
    const ask = element('div', { role: 'alertdialog', 'aria-label': words.share_warning, class: 'share' },
      element('p', {}, words.share_warning), button('share_yes', copy), button('share_no', () => ask.remove()), said);
    root.querySelector('.tools').after(ask);
    ask.querySelector('button').focus();
  }

  function clear() {
    state.answers = {};
    state.skipped.clear();
    history.replaceState(null, '', location.pathname + location.search);
    show();
  }

  function show() {
    const results = matched(data, state.answers);
    const open = questionsOf(data, results);
    const given = data.fields.filter(field => state.answers[field.id] !== undefined);
    const next = open.filter(({ field }) => !state.skipped.has(field.id))[0];
    const asked = state.all ? given.concat(open.map(({ field }) => field).filter(field => !given.includes(field))) : next ? [next.field] : [];
    const skip = () => { state.skipped.add(next.field.id); show(); };
    const mode = () => { state.all = !state.all; show(); };
    const held = document.activeElement && document.activeElement.closest('[data-field]') ? document.activeElement.closest('[data-field]').dataset.field : null;
    while (root.firstChild) root.removeChild(root.firstChild);
    root.append(
      element('p', { role: 'status' }, open.length > 0 ? say('ask', { count: open.length }) : words.done),
      ...asked.map(questionForm),
      element('p', { class: 'tools' }, !state.all && next ? button('skip', skip) : null, button(state.all ? 'one' : 'all', mode), button('clear', clear), button('share', share), button('print', () => print())),
      resultList(results));
    root.hidden = false;
    if (held === null) return;
    const place = root.querySelector(`[data-field="${held}"] input:checked`) || root.querySelector('[data-field] input');
    if (place) place.focus();
  }

  document.getElementById('_all-measures').removeAttribute('open');
  window.addEventListener('hashchange', () => { state.answers = answersIn(data, location.hash); show(); });
  show();
})((globalThis.huice = globalThis.huice || {}));
