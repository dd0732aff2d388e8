using System.Globalization;
using Microsoft.Playwright;
using Spark.Browser.Tests.Support;
using Spark.Tests;

namespace Spark.Browser.Tests;

/// <summary>The numbers that people are shown, and what they do with them.</summary>
public sealed class OverviewPageTests(CockpitRoom room) : CockpitStage(room), IClassFixture<CockpitRoom>
{
    [Fact]
    public async Task Every_number_agrees_with_a_count_by_SQL_and_a_missed_sentence_becomes_an_example()
    {
        await Host.TalkAsync(Token);
        var page = await SignInAsync();
        await GoAsync(page, "/?time=week");
        var all = Count("SELECT count(*) FROM episodes");
        var resolved = Count("SELECT count(*) FROM episodes WHERE outcome = 'Resolved'");
        var ended = Count("SELECT count(*) FROM episodes WHERE outcome IS NOT NULL");
        all.ShouldBeGreaterThan(3);

        await SeeKpiAsync(page, "Conversations", Text(all));
        await SeeKpiAsync(page, "Resolved without a person", ended == 0 ? "–" : $"{Math.Round(100.0 * resolved / ended)} %");
        await SeeKpiAsync(page, "Escalated", Text(Count("SELECT count(*) FROM episodes WHERE outcome = 'Escalated'")));
        await SeeKpiAsync(page, "Abandoned", Text(Count("SELECT count(*) FROM episodes WHERE outcome = 'Abandoned'")));
        await SeeKpiAsync(page, "In progress", Text(Count("SELECT count(*) FROM episodes WHERE outcome IS NULL AND ended_at IS NULL")));
        await SeeSumAsync(page, ".hours td", all);
        await SeeSumAsync(page, "section[aria-labelledby=by-channel] td:first-of-type", Count("SELECT count(*) FROM episodes e JOIN conversations c ON c.id = e.conversation"));
        await Assertions.Expect(page.GetByText($"Of all {all} conversations of this time.").First).ToBeVisibleAsync();

        // What of the stories has an intent, wherever it led; and the bot says so when it did not understand.
        var understood = Count("SELECT count(*) FROM events WHERE CAST(data AS TEXT) LIKE '%reset my password%' OR CAST(data AS TEXT) LIKE '%the wifi does not work%' OR CAST(data AS TEXT) LIKE '%goodbye%'");
        var missed = Count("SELECT count(*) FROM events WHERE CAST(effects AS TEXT) LIKE '%I did not get that%' OR CAST(effects AS TEXT) LIKE '%I still do not understand%'");
        (understood > 0 && missed > 0).ShouldBeTrue();
        await Assertions.Expect(page.GetByText("sentences that looked for an intent")).ToHaveTextAsync($"{understood} of {understood + missed} sentences that looked for an intent");
        await SeeSumAsync(page, "section[aria-labelledby=intents] td.number", understood);
        await page.GetByRole(AriaRole.Figure, new() { Name = "Ways through the dialogs" }).GetByRole(AriaRole.Button, new() { Name = "Show as a table" }).ClickAsync();
        await SeeSumAsync(page, ".insights figure td.number", all);
        (await Accessibility.FindAsync(page)).ShouldBeEmpty();
        await ShootAllAsync(page, "cockpit-overview-table");

        await page.GetByRole(AriaRole.Button, new() { Name = "Add as example: =1+1" }).ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = "greeting" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Added to “greeting” in the draft.").First).ToBeVisibleAsync();
        var draft = await page.EvaluateAsync<string>("async () => (await (await fetch('/api/admin/bots/it-support/draft')).json()).files['intents.yaml']");
        var live = await page.EvaluateAsync<string>("async () => (await (await fetch('/api/admin/bots/it-support/draft')).json()).live['intents.yaml']");
        draft.Split('\n').Except(live.Split('\n')).ShouldHaveSingleItem().Trim().ShouldBe("- =1+1");
        draft.Split('\n').Length.ShouldBe(live.Split('\n').Length + 1);
    }

    [Fact]
    public async Task Who_is_looked_for_drives_list_gauge_timeline_and_export_alike()
    {
        await Host.TalkAsync(Token);
        var ofMia = Count("SELECT count(*) FROM episodes WHERE conversation IN (SELECT id FROM conversations WHERE json_extract(CAST(state AS TEXT), '$.person.name') = 'Mia Chen')");
        ofMia.ShouldBeInRange(1, Count("SELECT count(*) FROM episodes") - 1);
        var page = await SignInAsync();
        await GoAsync(page, "/conversations?time=ever");
        await page.GetByLabel("Search conversations").FillAsync("CHEN");
        await Assertions.Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("q=CHEN"));

        await Assertions.Expect(page.Locator(".gauge-number")).ToHaveTextAsync(Text(ofMia));
        await Assertions.Expect(page.Locator(".table-links tbody tr")).ToHaveCountAsync((int)ofMia);
        await page.GetByRole(AriaRole.Figure, new() { Name = "Conversations over time" }).GetByRole(AriaRole.Button, new() { Name = "Show as a table" }).ClickAsync();
        await SeeSumAsync(page, ".chart-table td.number", ofMia);
        var csv = await page.EvaluateAsync<string>("async () => await (await fetch(document.querySelector('a[download]').href)).text()");
        csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe((int)ofMia + 1);
        await Chromium.ShootAsync(page, "cockpit-conversations-sought");
        await page.SetViewportSizeAsync(390, 844);

        // A phone scrolls down, not sideways.
        await page.WaitForFunctionAsync("() => document.documentElement.scrollWidth <= innerWidth");
        await Chromium.ShootAsync(page, "cockpit-conversations-sought-phone");
    }

    [Fact]
    public async Task The_numbers_of_bots_and_their_versions_agree_with_counts_by_SQL()
    {
        await Host.TalkAsync(Token);
        var open = Count("SELECT count(*) FROM episodes WHERE bot = 'it-support' AND ended_at IS NULL");
        open.ShouldBeGreaterThan(1);
        var page = await SignInAsync();

        await GoAsync(page, "/bots");
        await Assertions.Expect(page.GetByText($"{open} open conversations")).ToBeVisibleAsync();
        await GoAsync(page, "/bots/it-support");
        await SeeSumAsync(page, "tbody td.number", open);
        await GoAsync(page, "/deliveries?status=failed");
        await Assertions.Expect(page.Locator("tbody tr")).ToHaveCountAsync((int)Count("SELECT count(*) FROM outbox WHERE status = 11"));
    }

    [Theory]
    [InlineData("light")]
    [InlineData("dark")]
    public async Task The_whole_page_can_be_looked_at(string theme)
    {
        await Host.TalkAsync(Token);
        var page = await SignInAsync(theme: theme);
        await GoAsync(page, "/?time=week");

        await Assertions.Expect(page.Locator("svg.paths")).ToBeVisibleAsync();
        (await Accessibility.FindAsync(page)).ShouldBeEmpty();
        await ShootAllAsync(page, $"cockpit-overview-whole-{theme}");
    }

    [Fact]
    public async Task A_view_is_saved_for_everybody_and_leads_back_to_its_filters()
    {
        await Host.TalkAsync(Token);
        var page = await SignInAsync();
        await GoAsync(page, "/conversations?time=week&state=open&sort=oldest");
        await page.GetByRole(AriaRole.Button, new() { Name = "Views" }).ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = "Save this view…" }).ClickAsync();
        await page.GetByLabel("Name").FillAsync("Under way");
        await page.GetByLabel("For everybody").CheckAsync();
        (await Accessibility.FindAsync(page)).ShouldBeEmpty();
        await Chromium.ShootAsync(page, "cockpit-view-saving");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Under way" })).ToBeVisibleAsync();

        await GoAsync(page, "/conversations");
        await page.GetByRole(AriaRole.Button, new() { Name = "Views" }).ClickAsync();
        await Chromium.ShootAsync(page, "cockpit-views");
        await page.GetByRole(AriaRole.Menuitem, new() { Name = "Under way" }).ClickAsync();

        await Assertions.Expect(page).ToHaveURLAsync(new Uri(Host.Url, "/cockpit/conversations?time=week&state=open&sort=oldest").ToString());
        var open = Count("SELECT count(*) FROM episodes WHERE outcome IS NULL AND ended_at IS NULL");
        await Assertions.Expect(page.Locator("tbody tr")).ToHaveCountAsync((int)open);
        await page.GetByRole(AriaRole.Button, new() { Name = "Under way" }).ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = "Remove “Under way”" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Views" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_conversation_is_started_again_and_packed_without_names()
    {
        await Host.TalkAsync(Token);
        var page = await SignInAsync();
        await GoAsync(page, "/conversations");
        await page.GetByRole(AriaRole.Link, new() { Name = "Mia Chen" }).ClickAsync();
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Evidence bundle" }).ClickAsync());
        var bundle = await File.ReadAllTextAsync(await download.PathAsync(), Token);
        bundle.ShouldContain("the wifi does not work");
        bundle.ShouldNotContain("Mia");
        var file = Path.Combine(Path.GetDirectoryName(Database)!, "bundle.json");
        await File.WriteAllTextAsync(file, bundle, Token);
        await using (var replay = ChildProcess.StartDotnet(SparkHost.Assembly, ["replay", file, "--plugins", Repository.Path("artifacts", "plugins")]))
        {
            (await replay.WaitForLineAsync(" turns: ", Token)).ShouldEndWith("turns: identical.");
        }


        await page.GetByRole(AriaRole.Button, new() { Name = "Start again here" }).ClickAsync();
        await page.GetByRole(AriaRole.Alertdialog).GetByRole(AriaRole.Button, new() { Name = "Start again here" }).ClickAsync();

        await Assertions.Expect(page.GetByText("given to the bot").First).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".episodes li")).ToHaveCountAsync(2);
        await Chromium.ShootAsync(page, "cockpit-conversation-restarted");
        await GoAsync(page, "/audit");
        await page.GetByLabel("Search the audit").FillAsync("conversation.");
        await Assertions.Expect(page.Locator("tbody tr")).ToHaveCountAsync(2);
        await Assertions.Expect(page.Locator("tbody")).ToContainTextAsync("conversation.restarted");
    }

    private static async Task ShootAllAsync(IPage page, string name)
    {
        var high = await page.EvaluateAsync<int>("document.documentElement.scrollHeight");
        await page.SetViewportSizeAsync(1280, Math.Min(high, 3_000));
        await Chromium.ShootAsync(page, name);
        await page.SetViewportSizeAsync(1280, 720);
    }

    private static Task SeeKpiAsync(IPage page, string name, string value) => Assertions.Expect(
        page.Locator(".kpi").Filter(new() { Has = page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true }) }).Locator(".kpi-value")).ToHaveTextAsync(value);

    private static async Task SeeSumAsync(IPage page, string cells, long sum)
    {
        await Assertions.Expect(page.Locator(cells).First).ToBeAttachedAsync();
        await page.WaitForFunctionAsync(
            "([cells, sum]) => [...document.querySelectorAll(cells)].reduce((all, cell) => all + Number(cell.textContent), 0) === Number(sum)", new[] { cells, Text(sum) });
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
