// What is true of every screen: nothing for axe to object to, in both themes and languages; large targets; no scrolling.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { axeSource, sizes } from './support/browser.mjs';
import { everyQuestion, walkAll } from './support/screens.mjs';
import { answer, choose, leaveThanks, main, paired, pin, press, room, shown, toWords } from './support/walk.mjs';

const configuration = { questions: everyQuestion, pin };

// What axe objects to. It comes in through the debugger, as the page's own policy lets no other script in.
async function objections(page) {
  await page.evaluate(axeSource);
  return page.evaluate(async () => (await globalThis.axe.run(document)).violations
    .map(({ id, nodes }) => `${id}: ${nodes.map(node => node.html.slice(0, 120)).join(' | ')}`));
}

for (const [language, colorScheme] of [['Français', 'light'], ['English', 'dark'], ['Français', 'dark'], ['Duálá', 'light']]) {
  test(`axe finds nothing in ${language}, ${colorScheme}`, async t => {
    const { tablet, page } = await paired(t, configuration, { colorScheme });
    await walkAll(page, language, async name => assert.deepEqual(await objections(page), [], name));
    assert.deepEqual(tablet.problems, []);
  });
}

for (const colorScheme of ['light', 'dark']) {
  test(`axe finds nothing where something is wrong, ${colorScheme}`, async t => {
    const { desk, page } = await paired(t, { idle: { ask_seconds: 600, wipe_seconds: 900 } }, { colorScheme }, { args: ['--host-resolver-rules=MAP desk.hospital.test 127.0.0.1'] });
    await choose(page);
    await page.evaluate(() => {
      const { now } = Date;
      Date.now = () => now() + 650_000;
    });
    await page.waitForSelector('dialog');
    assert.deepEqual(await objections(page), [], 'somebody there?');
    await page.keyboard.press('Enter');
    await press(page, 'Retour');
    await shown(page, 'languages');
    await answer(page, { stay: true });
    desk.tokens.clear();
    await leaveThanks(page);
    await shown(page, 'pairing');
    assert.deepEqual(await objections(page), [], 'revoked');
    await page.goto(`http://desk.hospital.test:${desk.port}/tablet/`);
    await page.waitForSelector('.screen-trouble');
    assert.deepEqual(await objections(page), [], 'not protected');
  });

  test(`axe finds nothing on what is hoped never to be seen, ${colorScheme}`, async t => {
    const { desk, tablet, page } = await paired(t, { pin }, { colorScheme });
    await toWords(page);
    await page.evaluate(() => {
      IDBObjectStore.prototype.put = () => {
        throw new DOMException('', 'QuotaExceededError');
      };
    });
    await main(page);
    await page.waitForSelector('.screen-failed:not(.settling)');
    assert.deepEqual(await objections(page), [], 'not stored');
    const old = await tablet.context.newPage();
    await old.addInitScript(() => delete globalThis.BroadcastChannel);
    await old.goto(`${desk.address}/tablet/`);
    await old.waitForSelector('.screen-trouble h1:has-text("trop ancien")');
    assert.deepEqual(await objections(old), [], 'an old browser');
  });
}

// Screens that may scroll on a telephone, and lists of the staff, which grow.
const mayScroll = { phone: ['stars', 'round', 'staff', 'pairing'] };

for (const [size, viewport] of Object.entries(sizes)) {
  test(`targets are large and nothing scrolls at ${viewport.width} x ${viewport.height}`, async t => {
    const { page } = await paired(t, configuration, { viewport });
    await walkAll(page, 'Duálá', async name => {
      const { hidden, wide, small, outside } = await page.evaluate(() => {
        const part = document.querySelector('main');
        // A control that is drawn by its label is as large as that.
        const boxes = [...document.querySelectorAll('button, a, textarea, input')].filter(each => each.checkVisibility())
          .map(each => ({ each: each.closest('label') ?? each, name: each.getAttribute('aria-label') ?? each.className ?? each.id }))
          .map(({ each, name }) => ({ name, box: each.getBoundingClientRect() }));
        return {
          hidden: part.scrollHeight - part.clientHeight,
          wide: document.documentElement.scrollWidth - innerWidth,
          small: boxes.filter(({ box }) => box.width < 63.5 || box.height < 63.5).map(({ name, box }) => `${name} ${box.width} x ${box.height}`),
          outside: boxes.filter(({ box }) => box.left < 0 || box.right > innerWidth + 0.5).map(({ name }) => name),
        };
      });
      assert.deepEqual(small, [], `${name}: targets of at least 64 px`);
      assert.deepEqual(outside, [], `${name}: all within the width`);
      assert.ok(wide <= 0, `${name}: ${wide} px too wide`);
      if (!mayScroll[size]?.includes(name)) assert.ok(hidden <= 0, `${name}: ${hidden} px hidden`);
      if (name !== 'faces') return;
      const faces = await page.locator('.face-drawing').evaluateAll(all => all.map(each => each.getBoundingClientRect().width));
      assert.ok(faces.every(width => width >= 96), `faces of ${faces}`);
    });
  });
}

test('a page whose script does not start says so after a while', async t => {
  const { desk, tablet } = await room(t);
  const page = await tablet.open();
  await page.route('**/tablet/', async route => {
    const served = await route.fetch();
    await route.fulfill({ response: served, body: (await served.text()).replace(/(<script type="module">).*?(?=<\/script>)/s, '$1}') });
  });
  await page.goto(`${desk.address}/tablet/`);
  assert.equal(await page.isVisible('.stuck'), false);
  await page.waitForSelector('.stuck', { timeout: 15_000 });
});

for (const [size, insets] of Object.entries({ phone: { top: 44, bottom: 34, left: 0, right: 0 }, landscape: { top: 0, bottom: 21, left: 48, right: 30 } })) {
  test(`nothing lies under a camera, a round corner or the system’s line, ${size}`, async t => {
    const { width, height } = sizes[size];
    const { tablet, page } = await paired(t, configuration, { viewport: sizes[size] });
    const session = await tablet.context.newCDPSession(page);
    await session.send('Emulation.setSafeAreaInsetsOverride', { insets });
    const room = { left: insets.left, right: width - insets.right, top: insets.top, bottom: height - insets.bottom };
    await walkAll(page, 'Français', async name => {
      const outside = await page.locator('.header *, .footer *, main > *').evaluateAll((all, { left, right, top, bottom }) => all
        .map(each => ({ words: each.outerHTML.slice(0, 80), box: each.getBoundingClientRect(), mayScroll: Boolean(each.closest('main')) }))
        .filter(({ box }) => box.width > 0)
        .filter(({ box, mayScroll }) => box.left < left || box.right > right || (!mayScroll && (box.top < top || box.bottom > bottom)))
        .map(({ words }) => words), room);
      assert.deepEqual(outside, [], name);
    });
  });
}

test('motion is short, and there is none for whoever prefers none', async t => {
  const durations = page => page.evaluate(() => {
    const longest = [...document.querySelectorAll('*')].flatMap(each => {
      const { transitionDuration, animationDuration } = getComputedStyle(each);
      return `${transitionDuration},${animationDuration}`.split(',').map(Number.parseFloat);
    });
    return Math.max(...longest);
  });
  const { page } = await paired(t, {}, { reducedMotion: 'reduce' });
  assert.equal(await durations(page), 0);
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  const moving = await durations(page);
  assert.ok(moving > 0 && moving <= 0.2, `${moving} s`);
});
