import { authenticateCookie } from '../authenticate.ts';
import type { Handler } from '../head-requests.ts';
import type { AccountPage } from './account-page.ts';
import { type Asset, createAsset } from './assets.ts';
import { html } from './html.ts';
import type { Pages } from './page.ts';

interface InsightsPage {
  readonly respond: Handler;
  /** What the page loads, by the paths. */
  readonly assets: Readonly<Record<string, Handler>>;
}

/**
 * Creates the page of pictures. Its program is a client of the API, which is bundled from `src/insights/`, and read when the page is
 * asked for first. Who is not signed in gets the form to do so.
 */
export function createInsightsPage(pages: Pages, accountPage: AccountPage): InsightsPage {
  let loaded: { script: Asset; style: Asset } | undefined;
  const load = () => {
    loaded ??= { script: createAsset('generated/insights.js'), style: createAsset('insights.css') };
    return loaded;
  };

  const respond: Handler = async (request, ctx) => {
    const { viewer } = await authenticateCookie(ctx, request.headers);
    if (!viewer) {
      const notice = { kind: 'status', text: 'Sign in, and open the page again.' } as const;
      return accountPage.show(request, ctx, { status: 401, notice });
    }
    const { script, style } = load();
    const body = html`<h1>Insights</h1>
      <p>Of <strong>${viewer.account.email}</strong>, from what you have noted. Each chart has its numbers as a table below it.</p>
      <ul class="links">
        <li><a href="/">Your account</a></li>
      </ul>
      <noscript><p role="alert">The charts need scripts. The API has the same numbers.</p></noscript>
      <div id="insights"></div>`;
    return pages.respond({ title: 'Insights', script: script.address, style: style.address, body });
  };
  return {
    respond,
    assets: {
      '/insights.js': (request, ctx) => load().script.respond(request, ctx),
      '/insights.css': (request, ctx) => load().style.respond(request, ctx),
    },
  };
}
