using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Microsoft.Playwright;
using Spark.Browser.Tests.Support;

namespace Spark.Browser.Tests;

/// <summary>
/// Every page and every dialog in both themes, with what people and far sides have written in them: everybody can use it, and nothing of it
/// runs.
/// </summary>
public sealed partial class EveryPageTests(CockpitRoom room) : CockpitStage(room)
{
    // What comes from far sides and from people stands in every field that the page shows.
    private const string Seed =
        """
        async (hostile) => {
          const { csrf } = await (await fetch('/api/admin/session')).json();
          const put = async (path, body, type = 'application/json') => {
            const answer = await fetch('/api/admin' + path, { method: 'PUT', headers: { 'X-Spark-Csrf': csrf, 'Content-Type': type }, body: type === 'text/csv' ? body : JSON.stringify(body) });
            if (!answer.ok) throw new Error(path + ': ' + await answer.text());
          };
          await put('/accounts/mallory', { display: hostile, role: 'Reader', isDisabled: true, password: 'a few long words' });
          await put('/instances/night', { kind: 'Channel', plugin: 'web-chat', bot: 'it-support', allowPrivate: false, isEnabled: true, settings: { secret: 'a-secret-of-the-browser-tests', title: hostile } });
          await put('/views/' + encodeURIComponent(hostile), { query: '?state=open', isShared: true });
          await put('/categories?file=' + encodeURIComponent(hostile), 'category,sub_category\n"' + hostile.replaceAll('"', '""') + '",=1+1\n', 'text/csv');
          await put('/credentials/desk', { credential: { description: hostile, baseUrl: 'https://desk.example/', authorization: { type: 'basic', user: hostile } }, secrets: { password: 'x' }, withoutTest: true });
          await put('/api-calls/create', { apiCall: { credential: 'desk', description: hostile, method: 'POST', resource: 'tickets', parameters: [{ name: 'text', label: hostile }], payload: '{"text":"{{text}}"}',
            outputs: [{ name: 'ticketId', label: hostile, expression: 'result.id', required: true }, { name: 'ticketNumber', label: 'Number', expression: 'result.number', required: true }] } });
          await put('/escalation', { settings: { apiCall: 'create', parameters: [{ name: 'text', source: 'jsonata', value: 'person.name & shortDescription' }], fallback: { url: 'https://desk.example/new', texts: { en: hostile }, unknownTexts: {} }, categoryConfidence: 0.5 } });
        }
        """;

    private const string Hostile = "\"><img src=x onerror=alert(1)><script>alert(2)</script>";

    private static readonly string[] Pages =
    [
        "/", "/conversations", "/deliveries", "/bots", "/bots/it-support", "/bots/it-support/design", "/channels", "/channels/new/web-chat",
        "/channels/edit/night", "/channels/new/sparkcentral", "/connections", "/connections/new/sparkcentral-queue", "/plugins", "/support/credentials",
        "/support/credentials/new", "/support/credentials/desk", "/support/api-calls", "/support/api-calls/new", "/support/api-calls/create",
        "/support/categories", "/support/escalation", "/accounts", "/access-tokens", "/audit", "/privacy", "/nowhere",
    ];

    // What is pressed on a page, one after the other, until its dialog is open.
    private static readonly (string Path, string[] Presses)[] Dialogs =
    [
        ("/conversations", ["Search (Ctrl+K)"]),
        ("/accounts", ["Ada Lovelace", "Change your password"]),
        ("/accounts", ["Add an account"]),
        ("/accounts", ["Edit: Ada Lovelace"]),
        ("/accounts", [$"Remove: {Hostile}"]),
        ("/access-tokens", ["New token"]),
        ("/channels", ["Add a channel"]),
        ("/channels", ["Remove: night"]),
        ("/support/credentials/desk", ["Remove"]),
        ("/support/api-calls/create", ["Remove"]),
        ("/support/api-calls/create", ["From curl…"]),
        ("/bots/it-support/design", ["Add a file"]),
        ("/bots/it-support/design", ["Remove the file"]),
        ("/bots/it-support/design", ["Publish"]),
        ("/bots/it-support/design", ["Tables", "Intents", "Add an intent"]),
        ("/bots/it-support/design", ["Discard the draft"]),
        ("/bots/it-support", ["Go back to this: older"]),
        ("/access-tokens", ["Revoke: nightly"]),
        ("/deliveries", ["Drop"]),
        ("/conversations/KEY", ["Start again here"]),
        ("/conversations/KEY?with=a-desk", ["Give back to the bot"]),
    ];

    private readonly ConcurrentQueue<string> wrong = new();

    [Fact]
    public async Task Everybody_can_use_every_page_in_both_themes_and_nothing_that_is_shown_runs()
    {
        var page = await SeedAsync();
        foreach (var path in Pages)
        {
            await GoAsync(page, path);
            await LookAsync(page, path, $"cockpit{path.Replace('/', '-').TrimEnd('-')}");
        }

        foreach (var tab in new[] { "Request", "Output", "Test" })
        {
            await GoAsync(page, "/support/api-calls/create");
            await page.GetByRole(AriaRole.Tab, new() { Name = tab }).ClickAsync();
            await LookAsync(page, $"API Call, {tab}", $"cockpit-api-call-{tab.ToLowerInvariant()}");
        }

        await GoAsync(page, "/conversations");
        await page.GetByRole(AriaRole.Link, new() { Name = "Sam <script>" }).First.ClickAsync();
        await Assertions.Expect(page.GetByText("<img src=x onerror=alert(1)>").First).ToBeVisibleAsync();
        await LookAsync(page, "a conversation", "cockpit-conversation");

        var stranger = await Browser.OpenAsync(new Uri(Host.Url, "/cockpit/"), width: 1280, height: 720);
        await Assertions.Expect(stranger.GetByLabel("Password")).ToBeVisibleAsync();
        await LookAsync(stranger, "signing in", "cockpit-sign-in");
        wrong.ShouldBeEmpty();
    }

    [Fact]
    public async Task Everybody_can_use_the_dialogs_in_both_themes_and_nothing_that_is_shown_runs()
    {
        var page = await SeedAsync();
        await PretendAsync(page);
        var key = await page.EvaluateAsync<string>("async () => (await (await fetch('/api/admin/episodes')).json()).episodes[0].key");
        foreach (var (path, presses) in Dialogs)
        {
            await GoAsync(page, path.Replace("KEY", key, StringComparison.Ordinal));
            foreach (var press in presses)
            {
                var named = new PageGetByRoleOptions { Name = press, Exact = true };
                await page.GetByRole(AriaRole.Button, named).Or(page.GetByRole(AriaRole.Menuitem, named)).Or(page.GetByRole(AriaRole.Tab, named)).First.ClickAsync();
            }

            await Assertions.Expect(page.GetByRole(AriaRole.Dialog).Or(page.GetByRole(AriaRole.Alertdialog))).ToBeVisibleAsync();
            await LookAsync(page, $"{path}, {presses[^1]}", $"cockpit-dialog{NotLetters().Replace(path, "-")}-{NotLetters().Replace(presses[^1].Split(':')[0], "-").Trim('-').ToLowerInvariant()}");
        }

        wrong.ShouldBeEmpty();
    }

    // What is rare stands in the host's answers here, and not in the host, which others use as well.
    private static async Task PretendAsync(IPage page)
    {
        const string token = """
            async () => {
              const { csrf } = await (await fetch('/api/admin/session')).json();
              const { tokens } = await (await fetch('/api/admin/access-tokens')).json();
              if (!tokens.some((one) => one.name === 'nightly')) {
                await fetch('/api/admin/access-tokens', { method: 'POST', headers: { 'X-Spark-Csrf': csrf, 'Content-Type': 'application/json' }, body: JSON.stringify({ name: 'nightly', rights: ['SeeBots'], bots: null, days: 1 }) });
              }
            }
            """;
        await page.EvaluateAsync(token);
        await ChangeAsync(page, "**/api/admin/bots/it-support/draft", draft => draft["number"] = 1);
        await ChangeAsync(page, "**/api/admin/bots/it-support/versions", versions =>
        {
            var older = versions["versions"]![0]!.DeepClone();
            (older["isLive"], older["release"]!["version"], older["release"]!["number"], older["release"]!["note"]) = (false, "older", 0, Hostile);
            versions["versions"]!.AsArray().Add(older);
        });
        await ChangeAsync(page, "**/api/admin/outbox?*", outbox => outbox["effects"] = new JsonArray(JsonNode.Parse("""
            { "address": "0123456789abcdef0123456789abcdef-1-0", "kind": "message", "instance": "web", "conversationId": "c", "status": "failed", "createdAt": "2026-11-20T08:00:00Z", "attempts": 4, "reason": "<img src=x onerror=alert(5)>", "mayHaveArrived": false }
            """)));
        await ChangeAsync(page, "**/api/admin/conversation?*", conversation =>
        {
            if (page.Url.Contains("a-desk", StringComparison.Ordinal))
            {
                conversation["conversation"]!["owner"] = "Provider";
            }
        });
    }

    private static Task<IAsyncDisposable> ChangeAsync(IPage page, string address, Action<JsonNode> change) => page.RouteAsync(address, async route =>
    {
        if (route.Request.Method != "GET")
        {
            await route.ContinueAsync();
            return;
        }

        var answer = await route.FetchAsync();
        var body = JsonNode.Parse(await answer.TextAsync())!;
        change(body);
        await route.FulfillAsync(new() { Response = answer, Body = body.ToJsonString() });
    });

    private async Task<IPage> SeedAsync()
    {
        await Host.TalkAsync(Token);
        var page = await SignInAsync();
        await page.EvaluateAsync(Seed, Hostile);
        await using var database = new SqliteConnection($"Data Source={Database};Pooling=False");
        await database.OpenAsync(Token);
        await using var command = database.CreateCommand();
        command.CommandText = "UPDATE episodes SET ticket = '<img src=x onerror=alert(3)>', ticket_url = 'javascript:alert(4)' WHERE outcome IS NOT NULL";
        await command.ExecuteNonQueryAsync(Token);
        page.Dialog += (_, dialog) => wrong.Enqueue($"{page.Url}: ran {dialog.Message}");
        page.Console += (_, message) =>
        {
            if (message.Text.Contains("Content Security Policy", StringComparison.Ordinal))
            {
                wrong.Enqueue($"{page.Url}: {message.Text}");
            }
        };
        return page;
    }

    // Only colours differ between the themes.
    private async Task LookAsync(IPage page, string what, string name)
    {
        Note((await Accessibility.FindAsync(page)).Select(violation => $"{what}: {violation}"));
        (await page.Locator("img[src=x], a[href^=javascript]").CountAsync()).ShouldBe(0, what);
        await Chromium.ShootAsync(page, $"{name}-light");
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await Assertions.Expect(page.Locator("html[data-theme=dark]")).ToHaveCountAsync(1);
        await Chromium.ShootAsync(page, $"{name}-dark");
        Note((await Accessibility.FindFaintAsync(page)).Select(violation => $"{what}, dark: {violation}"));
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await Assertions.Expect(page.Locator("html[data-theme=light]")).ToHaveCountAsync(1);
    }

    // Pages add to it from beside the test.
    private void Note(IEnumerable<string> violations)
    {
        foreach (var violation in violations)
        {
            wrong.Enqueue(violation);
        }
    }

    [GeneratedRegex("[^A-Za-z]+", RegexOptions.None, 10_000)]
    private static partial Regex NotLetters();
}
