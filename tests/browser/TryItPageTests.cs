using Microsoft.Playwright;
using Spark.Browser.Tests.Support;

namespace Spark.Browser.Tests;

/// <summary>Try it: a conversation with a draft, begun where one likes, over days that pass at a press, seen from the inside, and kept as a test.</summary>
public sealed class TryItPageTests(CockpitRoom room) : DesignerStage(room)
{
    [Theory]
    [InlineData("light")]
    [InlineData("dark")]
    public async Task A_designer_tries_a_dialog_lets_days_pass_looks_inside_and_keeps_it_as_a_test(string theme)
    {
        var page = await OpenAsync(theme);
        await page.GetByRole(AriaRole.Navigation, new() { Name = "Files" }).GetByRole(AriaRole.Button, new() { Name = "office-wifi" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Try from here" }).ClickAsync();
        var said = page.Locator(".talk-lines");
        await Assertions.Expect(said.GetByText("Where would you like to get online?")).ToBeVisibleAsync();
        await said.GetByRole(AriaRole.Button, new() { Name = "My laptop in the office" }).ClickAsync();
        await Assertions.Expect(said.GetByText("ACME-Staff")).ToBeVisibleAsync();

        var inside = page.GetByRole(AriaRole.Complementary, new() { Name = "What is behind it" });
        var place = inside.GetByRole(AriaRole.Row).Filter(new() { HasText = "place" });
        await Assertions.Expect(place).ToContainTextAsync("changed");
        await Assertions.Expect(place.GetByRole(AriaRole.Cell)).ToHaveTextAsync(["–", "\"office\""]);
        await inside.GetByRole(AriaRole.Button, new() { Name = "did-it-help.solved" }).First.ClickAsync();
        await Assertions.Expect(Form(page, "confirm")).ToBeVisibleAsync();
        await SeeAsync(page, $"try-it-inside-{theme}");

        var clock = page.Locator(".talk-clock time");
        await Assertions.Expect(clock).ToContainTextAsync("Mar 2");
        await page.GetByRole(AriaRole.Button, new() { Name = "+1 d" }).ClickAsync();
        await Assertions.Expect(clock).ToContainTextAsync("Mar 3");
        await Assertions.Expect(said.GetByText("Time passes: +1d")).ToBeVisibleAsync();
        await Assertions.Expect(said.GetByText("timer", new() { Exact = false }).First).ToBeVisibleAsync();
        await Assertions.Expect(said.GetByText("The conversation has ended")).ToBeVisibleAsync();
        await said.GetByRole(AriaRole.Button, new() { Name = "presses" }).First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "From here again" }).ClickAsync();
        await Assertions.Expect(said.GetByText("Time passes")).ToHaveCountAsync(0);
        await page.GetByLabel("A time of your own").FillAsync("90m");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(said.GetByText("Time passes: +90m")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save as test" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("What it shows, in a sentence").FillAsync("The wifi of the office is explained");
        await dialog.GetByLabel("problem = ").CheckAsync();
        await Assertions.Expect(dialog.GetByText("Green when it is run")).ToBeVisibleAsync();
        await Assertions.Expect(dialog.GetByLabel("tests/the-wifi-of-the-office-is-explained.test.yaml")).ToContainTextAsync("clock: +90m");
        await SeeAsync(page, $"try-it-save-{theme}");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Add to the draft" }).ClickAsync();

        await page.GetByRole(AriaRole.Tab, new() { Name = "Tests" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Run the tests" }).ClickAsync();
        await Assertions.Expect(page.Locator(".tests summary").Filter(new() { HasText = "The wifi of the office is explained" })).ToContainTextAsync("✓");
    }

    [Fact]
    public async Task What_is_called_outside_is_answered_by_the_designer_and_a_dialog_is_given_what_it_needs()
    {
        var page = await OpenAsync();
        await page.GetByRole(AriaRole.Tab, new() { Name = "Try it" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Begin at" }).ClickAsync();
        var form = page.GetByRole(AriaRole.Dialog);
        await form.GetByLabel("Begin at").SelectOptionAsync("reset-password");
        await form.GetByRole(AriaRole.Button, new() { Name = "Add a value" }).ClickAsync();
        await form.GetByLabel("Variable 1").SelectOptionAsync("account");
        await form.GetByLabel("Value: account").FillAsync("jo@acme.com");
        await SeeAsync(page, "try-it-begin");
        await form.GetByRole(AriaRole.Button, new() { Name = "Begin", Exact = true }).ClickAsync();
        var said = page.Locator(".talk-lines");
        await Assertions.Expect(said.GetByText("Do you have your phone")).ToBeVisibleAsync();
        await SayAsync(page, "yes");
        await Assertions.Expect(said.GetByText("Have you chosen a new password?")).ToBeVisibleAsync();
        await SayAsync(page, "yes");
        await Assertions.Expect(said.GetByText("The action “pause” is waited for.")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByPlaceholder("Write something…")).ToBeDisabledAsync();
        await SeeAsync(page, "try-it-waits");
        await said.GetByRole(AriaRole.Button, new() { Name = "timeout" }).ClickAsync();
        await Assertions.Expect(said.Locator(".wait-card")).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData("light")]
    [InlineData("dark")]
    public async Task A_reply_is_shown_as_each_channel_would_show_it_with_what_it_would_send(string theme)
    {
        var page = await OpenAsync(theme);
        await page.GetByRole(AriaRole.Navigation, new() { Name = "Files" }).GetByRole(AriaRole.Button, new() { Name = "office-wifi" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Try from here" }).ClickAsync();
        var said = page.Locator(".talk-lines");
        var channel = page.GetByLabel("Shown as");
        await channel.SelectOptionAsync(new SelectOptionValue { Label = "Sparkcentral" });
        await Assertions.Expect(said.Locator(".shown-text").GetByText("2. A visitor in the office")).ToBeVisibleAsync();
        await said.GetByText("As it is sent").ClickAsync();
        await Assertions.Expect(said.Locator("pre")).ToContainTextAsync("\"sendMessage\"");
        await SeeAsync(page, $"try-it-sparkcentral-{theme}");
        await SayAsync(page, "2");
        await Assertions.Expect(said.Locator(".shown-text").GetByText("ACME-Guest")).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Start again" }).ClickAsync();
        await channel.SelectOptionAsync(new SelectOptionValue { Label = "Microsoft Teams" });
        var card = said.Locator(".ac");
        await Assertions.Expect(card.GetByRole(AriaRole.Button)).ToHaveCountAsync(3);
        await Assertions.Expect(said.Locator("pre")).ToContainTextAsync("application/vnd.microsoft.card.adaptive");
        await Assertions.Expect(said.Locator("pre")).ToBeVisibleAsync();
        await SeeAsync(page, $"try-it-teams-{theme}");
        await card.GetByRole(AriaRole.Button, new() { Name = "At home" }).ClickAsync();
        await Assertions.Expect(said.Locator(".shown-text").GetByText("At home, restart your router first.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Markup_in_what_the_bot_says_and_on_its_cards_stays_text()
    {
        var page = await OpenAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a file" }).ClickAsync();
        await page.GetByLabel("Path, such as").FillAsync("dialogs/nasty.yaml");
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Add" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Text", Exact = true }).ClickAsync();
        await page.Locator(".yaml .cm-content").FillAsync(
            """
            dialog: nasty
            steps:
              - id: card
                card:
                  body: [{ type: TextBlock, text: "<img src=x onerror=alert(1)>" }, { type: Image, url: "https://example.com/track.png", altText: "<b>a picture</b>" }]
                  actions: [{ type: Action.OpenUrl, title: "<i>go</i>", url: "https://example.com" }]
            """);
        await page.GetByRole(AriaRole.Tab, new() { Name = "Try it" }).ClickAsync();
        await page.GetByLabel("Shown as").SelectOptionAsync(new SelectOptionValue { Label = "Microsoft Teams" });
        await page.GetByRole(AriaRole.Button, new() { Name = "Begin at" }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByLabel("Begin at").SelectOptionAsync("nasty");
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Begin", Exact = true }).ClickAsync();
        var card = page.Locator(".talk-lines .ac");
        await Assertions.Expect(card.GetByText("<img src=x onerror=alert(1)>")).ToBeVisibleAsync();
        await Assertions.Expect(card.GetByText("<b>a picture</b>")).ToBeVisibleAsync();
        (await card.Locator("img, script, b, i, a").CountAsync()).ShouldBe(0);
    }

    private static async Task SayAsync(IPage page, string text)
    {
        await page.GetByPlaceholder("Write something…").FillAsync(text);
        await page.Keyboard.PressAsync("Enter");
    }
}
