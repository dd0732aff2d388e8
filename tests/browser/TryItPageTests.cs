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

    [Theory]
    [InlineData("light")]
    [InlineData("dark")]
    public async Task A_file_is_sent_by_its_name_and_kept_in_the_test(string theme)
    {
        var page = await OpenAsync(theme);
        await WriteAsync(page, "dialogs/proof.yaml", """
            dialog: proof
            result: { photo: file }
            steps:
              - { id: which, ask: Please send me a picture of it., into: photo, invalid: That is no picture. }
              - { id: got, say: "I have {photo.name}." }
            """);
        await BeginAsync(page, "proof");
        var said = page.Locator(".talk-lines");
        await Assertions.Expect(said.GetByText("Please send me a picture of it.")).ToBeVisibleAsync(new() { Timeout = 20_000 });
        await SayAsync(page, "Here it is");
        await Assertions.Expect(said.GetByText("That is no picture.")).ToBeVisibleAsync(new() { Timeout = 20_000 });
        await page.GetByPlaceholder("Write something…").FillAsync("This is it");
        await SendAsync(page, "broken-screen.png");
        await Assertions.Expect(said.GetByText("I have broken-screen.png.")).ToBeVisibleAsync(new() { Timeout = 20_000 });
        await Assertions.Expect(said.Locator(".bubble-person").Last).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^This is it\\s*broken-screen.png image/png$"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Send a file" }).ClickAsync();
        await SeeAsync(page, $"try-it-file-{theme}");

        await page.GetByRole(AriaRole.Button, new() { Name = "Save as test" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("What it shows, in a sentence").FillAsync("A picture is wanted");
        await Assertions.Expect(dialog.GetByText("Green when it is run")).ToBeVisibleAsync(new() { Timeout = 20_000 });
        await Assertions.Expect(dialog.GetByLabel("tests/a-picture-is-wanted.test.yaml")).ToContainTextAsync("{ says: This is it, file: \"broken-screen.png\" }");
    }

    [Theory]
    [InlineData("light")]
    [InlineData("dark")]
    public async Task The_designer_plays_the_agent_who_has_the_conversation_and_gives_it_back(string theme)
    {
        var page = await OpenAsync(theme);
        await page.GetByRole(AriaRole.Tab, new() { Name = "Try it" }).ClickAsync();
        await page.GetByLabel("Shown as").SelectOptionAsync(new SelectOptionValue { Label = "Sparkcentral" });
        await BeginAsync(page, "hand-over", ("problem", "My mouse is gone"), ("urgency", "high"));
        var said = page.Locator(".talk-lines");
        var desk = page.GetByRole(AriaRole.Region, new() { Name = "The other side" });
        await said.GetByRole(AriaRole.Button, new() { Name = "accepted" }).ClickAsync(new() { Timeout = 20_000 });
        await Assertions.Expect(desk).ToBeVisibleAsync(new() { Timeout = 20_000 });
        await desk.GetByLabel("An agent has the conversation").FillAsync("Hello Jo, please look under the table.");
        await desk.GetByRole(AriaRole.Button, new() { Name = "Say it" }).ClickAsync();
        await Assertions.Expect(said.Locator(".bubble-agent")).ToHaveTextAsync("AgentHello Jo, please look under the table.", new() { Timeout = 20_000 });
        await SayAsync(page, "There it is, thank you!");
        await Assertions.Expect(said.Locator(".bubble-person").Last).ToHaveTextAsync("There it is, thank you!", new() { Timeout = 20_000 });
        await desk.GetByLabel("An agent has the conversation").FillAsync("You are welcome.");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(said.Locator(".bubble-agent")).ToHaveCountAsync(2, new() { Timeout = 20_000 });
        await SeeAsync(page, $"try-it-agent-{theme}");
        await desk.GetByRole(AriaRole.Button, new() { Name = "The agent gives it back" }).ClickAsync();
        await Assertions.Expect(said.GetByText("the desk gives it back")).ToBeVisibleAsync(new() { Timeout = 20_000 });
        await Assertions.Expect(desk).ToHaveCountAsync(0);
        (await said.Locator(".bubble-agent, .bubble-person").AllInnerTextsAsync()).Select(text => text.Split('\n')[^1])
            .ShouldBe(["Hello Jo, please look under the table.", "There it is, thank you!", "You are welcome."], "each stands where it was said");

        await page.GetByRole(AriaRole.Button, new() { Name = "Save as test" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("What it shows, in a sentence").FillAsync("An agent finds it");
        await Assertions.Expect(dialog.GetByText("Green when it is run")).ToBeVisibleAsync(new() { Timeout = 20_000 });
        await Assertions.Expect(dialog.GetByLabel("tests/an-agent-finds-it.test.yaml")).ToContainTextAsync("agent: \"You are welcome.\"");
    }

    [Theory]
    [InlineData("light")]
    [InlineData("dark")]
    public async Task There_is_news_of_the_ticket_that_was_opened(string theme)
    {
        var page = await OpenAsync(theme);
        await page.GetByRole(AriaRole.Tab, new() { Name = "Try it" }).ClickAsync();
        await BeginAsync(page, "ticket", ("problem", "My mouse is gone"), ("urgency", "low"), ("account", "jo@acme.com"));
        var said = page.Locator(".talk-lines");
        await Assertions.Expect(said.GetByText("Shall I open a ticket")).ToBeVisibleAsync(new() { Timeout = 20_000 });
        await SayAsync(page, "yes");
        var call = said.Locator(".wait-card");
        await call.GetByLabel("Output as JSON").FillAsync("""{ "category": "Hardware", "subCategory": "Mouse", "names": ["Hardware: Mouse"] }""");
        await call.GetByRole(AriaRole.Button, new() { Name = "ok", Exact = true }).ClickAsync();
        await call.GetByRole(AriaRole.Button, new() { Name = "created" }).ClickAsync(new() { Timeout = 20_000 });
        var desk = page.GetByRole(AriaRole.Region, new() { Name = "The other side" });
        await desk.GetByLabel("Ticket INC0012345").FillAsync("resolved");
        await desk.GetByRole(AriaRole.Button, new() { Name = "Tell the bot" }).ClickAsync();
        await Assertions.Expect(said.GetByText("news of a ticket: INC0012345 resolved")).ToBeVisibleAsync(new() { Timeout = 20_000 });
        await Assertions.Expect(desk.GetByLabel("Ticket INC0012345: resolved")).ToHaveValueAsync("");
        await Assertions.Expect(page.GetByRole(AriaRole.Complementary, new() { Name = "What is behind it" }).GetByRole(AriaRole.Row).Filter(new() { HasText = "ticket" }).First).ToContainTextAsync("\"state\":\"resolved\"");
        await SeeAsync(page, $"try-it-ticket-{theme}");

        await page.GetByRole(AriaRole.Button, new() { Name = "Save as test" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("What it shows, in a sentence").FillAsync("A ticket is resolved");
        await Assertions.Expect(dialog.GetByText("Green when it is run")).ToBeVisibleAsync(new() { Timeout = 20_000 });
        await Assertions.Expect(dialog.GetByLabel("tests/a-ticket-is-resolved.test.yaml")).ToContainTextAsync("ticket: { number: \"INC0012345\", state: resolved }");
    }

    [Fact]
    public async Task Markup_in_what_the_bot_says_and_on_its_cards_stays_text()
    {
        var page = await OpenAsync();
        await WriteAsync(page, "dialogs/nasty.yaml", """
            dialog: nasty
            steps:
              - id: card
                card:
                  body: [{ type: TextBlock, text: "<img src=x onerror=alert(1)>" }, { type: Image, url: "https://example.com/track.png", altText: "<b>a picture</b>" }]
                  actions: [{ type: Action.OpenUrl, title: "<i>go</i>", url: "https://example.com" }]
            """);
        await page.GetByRole(AriaRole.Tab, new() { Name = "Try it" }).ClickAsync();
        await page.GetByLabel("Shown as").SelectOptionAsync(new SelectOptionValue { Label = "Microsoft Teams" });
        await BeginAsync(page, "nasty");
        var card = page.Locator(".talk-lines .ac");
        await Assertions.Expect(card.GetByText("<img src=x onerror=alert(1)>")).ToBeVisibleAsync();
        await Assertions.Expect(card.GetByText("<b>a picture</b>")).ToBeVisibleAsync();
        (await card.Locator("img, script, b, i, a").CountAsync()).ShouldBe(0);
    }

    private static async Task WriteAsync(IPage page, string path, string text)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a file" }).ClickAsync();
        await page.GetByLabel("Path, such as").FillAsync(path);
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Add" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Text", Exact = true }).ClickAsync();
        await page.Locator(".yaml .cm-content").FillAsync(text);
    }

    private static async Task BeginAsync(IPage page, string dialog, params (string Name, string Value)[] known)
    {
        await page.GetByRole(AriaRole.Tab, new() { Name = "Try it" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Begin at" }).ClickAsync();
        var form = page.GetByRole(AriaRole.Dialog);
        await form.GetByLabel("Begin at").SelectOptionAsync(dialog);
        foreach (var (index, (name, value)) in known.Index())
        {
            await form.GetByRole(AriaRole.Button, new() { Name = "Add a value" }).ClickAsync();
            await form.GetByLabel($"Variable {index + 1}").SelectOptionAsync(name);
            await form.GetByLabel($"Value: {name}").FillAsync(value);
        }

        await form.GetByRole(AriaRole.Button, new() { Name = "Begin", Exact = true }).ClickAsync();
    }

    private static async Task SendAsync(IPage page, string file)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Send a file" }).ClickAsync();
        await page.GetByLabel("The file’s name").FillAsync(file);
        await page.Keyboard.PressAsync("Enter");
    }

    private static async Task SayAsync(IPage page, string text)
    {
        await page.GetByPlaceholder("Write something…").FillAsync(text);
        await page.Keyboard.PressAsync("Enter");
    }
}
