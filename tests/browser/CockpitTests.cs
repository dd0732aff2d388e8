using Microsoft.Playwright;
using Spark.Browser.Tests.Support;
using Spark.Tests;

namespace Spark.Browser.Tests;

/// <summary>The cockpit as its users meet it, against a host of its own.</summary>
public sealed class CockpitTests(CockpitRoom room) : CockpitStage(room)
{
    [Fact]
    public async Task A_page_that_breaks_says_so_and_the_menu_goes_on()
    {
        var page = await SignInAsync();
        await page.RouteAsync("**/api/admin/plugins", route => route.FulfillAsync(new() { ContentType = "application/json", Body = "{\"plugins\":7}" }));
        var menu = page.GetByRole(AriaRole.Navigation, new() { Name = "Main" });

        await menu.GetByRole(AriaRole.Link, new() { Name = "Plugins", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "This page does not work" })).ToBeVisibleAsync();
        await menu.GetByRole(AriaRole.Link, new() { Name = "Audit", Exact = true }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Audit", Level = 1 })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Whoever_knows_a_pages_name_goes_there_by_keys_alone()
    {
        var page = await SignInAsync("/conversations");
        var search = page.GetByRole(AriaRole.Button, new() { Name = "Search (Ctrl+K)" });
        var palette = page.GetByRole(AriaRole.Dialog, new() { Name = "Go to…" });
        await search.FocusAsync();

        await page.Keyboard.PressAsync("Control+k");
        await Assertions.Expect(palette.GetByRole(AriaRole.Combobox)).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("no page has this name");
        await Assertions.Expect(palette).ToContainTextAsync("Nothing is called that.");
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(palette).ToBeHiddenAsync();
        await Assertions.Expect(search).ToBeFocusedAsync();

        await page.Keyboard.PressAsync("Control+k");
        await Assertions.Expect(palette.GetByRole(AriaRole.Combobox)).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("audit");
        await Assertions.Expect(palette.GetByRole(AriaRole.Option)).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Audit", Level = 1 })).ToBeVisibleAsync();
        await Assertions.Expect(palette).ToBeHiddenAsync();
    }

    [Fact]
    public async Task The_first_administrator_signs_in_finds_a_conversation_and_asks_why_the_bot_replied_so()
    {
        await Host.TalkAsync(Token);
        var page = await SignInAsync();
        var alerts = new List<string>();
        page.Dialog += (_, dialog) => alerts.Add(dialog.Message);

        await page.GetByRole(AriaRole.Link, new() { Name = "Conversations" }).First.ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Sam <script>alert(1)</script>" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Mia Chen" }).ClickAsync();
        await Assertions.Expect(page.GetByText("the wifi does not work").First).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Why this reply?" }).Nth(1).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Dialog).GetByText("wifi, score")).ToBeVisibleAsync();
        (await Accessibility.FindAsync(page)).ShouldBeEmpty();
        await Chromium.ShootAsync(page, "cockpit-why");
        alerts.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_channel_owner_sets_sparkcentral_up_as_its_own_pages_ask_and_people_are_answered()
    {
        await using var simulator = await Simulator.StartAsync(new Uri(Host.Url, "/channels/sparkcentral"), LoopbackPort.Free(), Token);
        var page = await SignInAsync("/channels");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a channel" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Sparkcentral" }).ClickAsync();
        await page.GetByLabel("Client id").FillAsync(Simulator.ClientId);
        await page.GetByLabel("Client secret").FillAsync(Simulator.ClientSecret);
        await page.GetByText("REST address").First.ClickAsync();
        await page.GetByLabel("REST address").FillAsync(simulator.Url.ToString());
        await page.GetByLabel("May connect to private addresses").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save the credentials" }).ClickAsync();
        await Assertions.Expect(page.GetByText(new Uri(Host.Url, "/channels/sparkcentral").ToString())).ToBeVisibleAsync();
        await Chromium.ShootAsync(page, "cockpit-sparkcentral-webhook");
        await page.GetByLabel("Shared secret").FillAsync(Simulator.Secret);
        await page.GetByRole(AriaRole.Button, new() { Name = "Save the shared secret" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Region, new() { Name = "sparkcentral" })).ToContainTextAsync("Running");

        var conversation = await simulator.WriteAsync("hello", null, Token);

        (await simulator.RepliesAsync(conversation, 1, Token)).ShouldHaveSingleItem().ShouldContain("What can I do for you?");
        await page.GetByRole(AriaRole.Link, new() { Name = "Conversations" }).First.ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Cell, new() { Name = "sparkcentral" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_designer_changes_a_text_on_the_canvas_tries_it_and_publishes_and_only_that_line_differs()
    {
        var before = await File.ReadAllTextAsync(Repository.Path("bots", "it-support", "dialogs", "goodbye.yaml"), Token);
        var page = await SignInAsync("/bots/it-support/design");
        await page.GetByRole(AriaRole.Searchbox, new() { Name = "Find a dialog" }).FillAsync("goodbye");
        await page.Locator(".react-flow__node").Filter(new() { HasText = "Have a good day!" }).GetByRole(AriaRole.Button).First.ClickAsync();
        await page.GetByRole(AriaRole.Region, new() { Name = "Step: say" }).GetByLabel("say 1", new() { Exact = true }).FillAsync("Have a splendid day!");
        await page.GetByRole(AriaRole.Tab, new() { Name = "Changes" }).ClickAsync();
        await Assertions.Expect(page.Locator(".diff-added")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator(".diff-removed")).ToHaveCountAsync(1);
        await page.GetByRole(AriaRole.Tab, new() { Name = "Try it" }).ClickAsync();
        await page.GetByPlaceholder("Write something…").FillAsync("goodbye");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".talk-lines").GetByText("Have a splendid day!")).ToBeVisibleAsync();
        await Chromium.ShootAsync(page, "cockpit-designer-trying");

        await page.GetByRole(AriaRole.Button, new() { Name = "Publish" }).ClickAsync();
        await page.GetByLabel("What has changed?").FillAsync("A better farewell");
        await page.GetByLabel("Publish although texts are not translated").CheckAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Publish" }).ClickAsync();
        await Notes.SeeAsync(page, "Published. New conversations get this version.");

        var after = await page.EvaluateAsync<string>("async () => (await (await fetch('/api/admin/bots/it-support/source')).json()).files['dialogs/goodbye.yaml']");
        after.ShouldBe(before.Replace("Have a good day!", "Have a splendid day!", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_administrator_limits_an_account_to_a_bot_and_revokes_a_token()
    {
        var page = await SignInAsync("/accounts");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add an account" }).ClickAsync();
        await page.GetByLabel("Name to sign in with").FillAsync("grace");
        await page.GetByLabel("Name that others see").FillAsync("Grace Hopper");
        await page.GetByLabel("Only these bots").FillAsync("it-support hr");
        await page.GetByLabel("Password").FillAsync("a few long words");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Row, new() { Name = "Grace Hopper" })).ToContainTextAsync("it-support, hr");
        await Chromium.ShootAsync(page, "cockpit-accounts-limited");

        await GoAsync(page, "/access-tokens");
        await page.GetByRole(AriaRole.Button, new() { Name = "New token" }).ClickAsync();
        await page.GetByLabel("Name").FillAsync("nightly export");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make the token" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("spark_");
        await page.GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Row, new() { Name = "nightly export" })).ToContainTextAsync("See conversations");
        (await Accessibility.FindAsync(page)).ShouldBeEmpty();
        await Chromium.ShootAsync(page, "cockpit-access-tokens-filled");
        await page.GetByRole(AriaRole.Button, new() { Name = "Revoke: nightly export" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Revoke", Exact = true }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Row, new() { Name = "nightly export" })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task The_conversations_can_be_read_on_a_phone()
    {
        await Host.TalkAsync(Token);
        var page = await SignInAsync();
        await page.SetViewportSizeAsync(390, 780);
        await page.GotoAsync(new Uri(Host.Url, "/cockpit/conversations").ToString());
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Mia Chen" })).ToBeVisibleAsync();

        await page.WaitForFunctionAsync("() => document.documentElement.scrollWidth <= 390");
        await Chromium.ShootAsync(page, "cockpit-phone");
        await page.GetByRole(AriaRole.Link, new() { Name = "Mia Chen" }).ClickAsync();
        await Assertions.Expect(page.GetByText("the wifi does not work").First).ToBeVisibleAsync();
        await page.WaitForFunctionAsync("() => document.documentElement.scrollWidth <= 390");
        await Chromium.ShootAsync(page, "cockpit-phone-conversation");
    }
}
