using System.Text;
using System.Xml.Linq;
using Microsoft.Playwright;
using Spark.Browser.Tests.Support;
using Spark.Tests;

namespace Spark.Browser.Tests;

/// <summary>The designer as those who build bots meet it: forms, canvas and tables over the same files.</summary>
public sealed class DesignerTests(CockpitRoom room) : DesignerStage(room)
{
    private const string Action =
        """
        action: to-desk
        steps:
          - offload: live-desk
            outcomes: { queued: result = "accepted", closed: result = "closed" or result = "disabled" }
            otherwise: failed
            queue: Laptops

        """;

    [Fact]
    public async Task A_designer_builds_an_action_dialog_that_sends_to_an_offload_provider_on_the_canvas_tries_it_and_publishes()
    {
        var before = await File.ReadAllTextAsync(Repository.Path("bots", "it-support", "dialogs", "live-chat.yaml"), Token);
        var page = await OpenAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a file" }).ClickAsync();
        await page.GetByLabel("Path, such as").FillAsync("actions/to-desk.yaml");
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Add" }).ClickAsync();
        await ChooseAsync(page, "to-desk", "finish");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a step" }).ClickAsync();
        await page.GetByRole(AriaRole.List, new() { Name = "Add a step" }).GetByRole(AriaRole.Button, new() { Name = "offload" }).ClickAsync();
        await ChooseAsync(page, "to-desk", "finish");
        await Form(page, "finish").GetByRole(AriaRole.Button, new() { Name = "Remove the step" }).ClickAsync();
        await ChooseAsync(page, "to-desk", "offload");
        var form = Form(page, "offload");
        await form.GetByLabel("offload", new() { Exact = true }).FillAsync("live-desk");
        await form.GetByRole(AriaRole.Button, new() { Name = "Add: outcomes" }).ClickAsync();
        await form.GetByLabel("outcomes: name 2").FillAsync("closed");
        await page.Keyboard.PressAsync("Enter");
        await form.GetByLabel("outcomes: closed").FillAsync("result = \"closed\" or result = \"disabled\"");
        await form.GetByRole(AriaRole.Button, new() { Name = "Add a field" }).ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = "queue", Exact = true }).ClickAsync();
        await form.GetByLabel("queue", new() { Exact = true }).FillAsync("Laptops");
        await page.Keyboard.PressAsync("Enter");
        await Chromium.ShootAsync(page, "designer-offload-form");
        (await Accessibility.FindAsync(page)).ShouldBeEmpty();

        await ChooseAsync(page, "live-chat", "run");
        await Form(page, "run").GetByLabel("run", new() { Exact = true }).FillAsync("to-desk");
        await page.Keyboard.PressAsync("Enter");
        await Chromium.ShootAsync(page, "designer-run-form");
        await page.GetByRole(AriaRole.Tab, new() { Name = "Try it" }).ClickAsync();
        await SayAsync(page, "I want to chat with a colleague");
        await Assertions.Expect(page.Locator(".talk-lines").GetByText("In a few words, what is wrong?")).ToBeVisibleAsync();
        await SayAsync(page, "my screen is black");
        await page.Locator(".talk-lines").GetByRole(AriaRole.Button, new() { Name = "accepted" }).ClickAsync();
        await Assertions.Expect(page.Locator(".talk-lines").GetByText("You are in the queue.")).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Publish" }).ClickAsync();
        await page.GetByLabel("What has changed?").FillAsync("A desk of its own");
        await page.GetByLabel("Publish although texts are not translated").CheckAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Publish" }).ClickAsync();
        await Notes.SeeAsync(page, "Published. New conversations get this version.");
        (await PublishedAsync(page, "actions/to-desk.yaml")).ShouldBe(Action);
        (await PublishedAsync(page, "dialogs/live-chat.yaml")).ShouldBe(before.Replace("run: live-chat", "run: to-desk", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("light")]
    [InlineData("dark")]
    public async Task Translations_intents_and_variables_are_worked_on_in_tables(string theme)
    {
        var page = await OpenAsync(theme);
        await page.GetByRole(AriaRole.Button, new() { Name = "Tables" }).ClickAsync();
        await page.GetByLabel("goodbye.bye nl").FillAsync("Tot ziens");
        await page.Keyboard.PressAsync("Tab");
        await page.GetByRole(AriaRole.Tab, new() { Name = "Changes" }).ClickAsync();
        await Assertions.Expect(page.Locator(".diff-added").Filter(new() { HasText = "goodbye.bye: Tot ziens" })).ToHaveCountAsync(1);
        await SeeAsync(page, $"designer-translations-{theme}");

        await page.GetByRole(AriaRole.Tab, new() { Name = "Intents" }).ClickAsync();
        await page.GetByLabel("What somebody says").FillAsync("the wifi is broken");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByText("Understood", new() { Exact = true }).First).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Judge the examples" }).ClickAsync();
        await Assertions.Expect(page.GetByText("by a classifier that had not seen them").First).ToBeVisibleAsync();
        await SeeAsync(page, $"designer-intents-{theme}");

        await page.GetByRole(AriaRole.Tab, new() { Name = "Variables" }).ClickAsync();
        await page.GetByLabel("Sensitive: account").CheckAsync();
        await Assertions.Expect(page.Locator(".diff-added").Filter(new() { HasText = "account: { type: email, sensitive: true }" })).ToHaveCountAsync(1);
        await SeeAsync(page, $"designer-variables-{theme}");
    }

    [Fact]
    public async Task A_large_bot_opens_where_a_conversation_begins()
    {
        var page = await OpenAsync();

        await Assertions.Expect(page.GetByText("dialogs/welcome.yaml")).ToBeVisibleAsync();
        await Assertions.Expect(Card(page, "welcome").Locator(".node-head")).ToBeInViewportAsync(new() { Ratio = 1 });
        await Assertions.Expect(Card(page, "welcome")).ToContainTextAsync("started");
    }

    [Fact]
    public async Task Translations_go_to_a_translator_as_a_table_or_as_XLIFF_and_come_back()
    {
        var page = await OpenAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Tables" }).ClickAsync();

        var csv = await DownloadAsync(page, "CSV");
        csv.ShouldStartWith("\uFEFFkey,en,nl,state");
        await GiveBackAsync(page, "it-support.nl.csv", "key,en,nl,state\r\ngoodbye.bye,Have a good day!,'=Dag,missing\r\nnobody.knows,x,y,missing\r\n");
        await Notes.SeeAsync(page, "1 translation taken in, 1 of unknown keys");
        await Assertions.Expect(page.GetByLabel("goodbye.bye nl")).ToHaveValueAsync("=Dag");
        (await DownloadAsync(page, "CSV")).ShouldContain("'=Dag");

        var xliff = XDocument.Parse(await DownloadAsync(page, "XLIFF"));
        var unit = xliff.Descendants().Single(one => (string?)one.Attribute("id") == "goodbye.bye");
        unit.Elements().Single(one => one.Name.LocalName == "target").Value.ShouldBe("=Dag");
        unit.Elements().Single(one => one.Name.LocalName == "target").Value = "Tot <gauw> & zo";
        await GiveBackAsync(page, "it-support.nl.xlf", xliff.ToString());
        await Assertions.Expect(page.GetByLabel("goodbye.bye nl")).ToHaveValueAsync("Tot <gauw> & zo");

        await GiveBackAsync(page, "broken.xlf", "no xml");
        await Notes.SeeAsync(page, "SPK12032");
        await Assertions.Expect(page.GetByLabel("goodbye.bye nl")).ToHaveValueAsync("Tot <gauw> & zo");
    }

    [Fact]
    public async Task What_can_stand_here_is_offered_in_the_text_and_in_an_expression()
    {
        var page = await OpenAsync();
        var offered = page.Locator(".cm-tooltip-autocomplete [role=option]");
        await page.GetByRole(AriaRole.Button, new() { Name = "Text", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Navigation, new() { Name = "Files" }).GetByRole(AriaRole.Button, new() { Name = "goodbye" }).ClickAsync();
        await page.Locator(".yaml .cm-content").ClickAsync();
        await page.Keyboard.PressAsync("Control+End");
        await page.Keyboard.TypeAsync("  - vis");
        await offered.GetByText("visit", new() { Exact = true }).ClickAsync();
        await page.Keyboard.TypeAsync("men");
        await offered.GetByText("menu", new() { Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator(".yaml .cm-content")).ToContainTextAsync("- visit: menu");

        await page.GetByRole(AriaRole.Navigation, new() { Name = "Files" }).GetByRole(AriaRole.Button, new() { Name = "bot", Exact = true }).ClickAsync();
        await page.Locator(".yaml .cm-content").ClickAsync();
        await page.Keyboard.PressAsync("Control+End");
        await page.Keyboard.TypeAsync("  disab");
        await Assertions.Expect(offered.First).ToHaveTextAsync("disabled");
        await offered.First.ClickAsync();
        await page.Keyboard.TypeAsync("out-");
        await offered.GetByText("out-of-order", new() { Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator(".yaml .cm-content")).ToContainTextAsync("disabled: out-of-order");

        await page.GetByRole(AriaRole.Button, new() { Name = "Canvas", Exact = true }).ClickAsync();
        await ChooseAsync(page, "ticket-opened", "when");
        var expression = Form(page, "when").GetByLabel("when", new() { Exact = true });
        await expression.FillAsync("");
        await page.Keyboard.TypeAsync("$exists(sys.user.em");
        await Assertions.Expect(offered.First).ToHaveTextAsync("sys.user.email");
        await SeeAsync(page, "designer-completion");
        await offered.First.ClickAsync();
        await page.Keyboard.TypeAsync(")");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(Steps(page, "ticket-opened").First).ToContainTextAsync("$exists(sys.user.email)");
    }

    private static async Task<string> DownloadAsync(IPage page, string format)
    {
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = format, Exact = true }).ClickAsync());
        return Encoding.UTF8.GetString(await File.ReadAllBytesAsync(await download.PathAsync(), Token));
    }

    private static Task GiveBackAsync(IPage page, string name, string content) => page.GetByLabel("Take in a file").Last
        .SetInputFilesAsync(new FilePayload { Name = name, MimeType = "application/octet-stream", Buffer = Encoding.UTF8.GetBytes(content) });

    private static async Task SayAsync(IPage page, string text)
    {
        await page.GetByPlaceholder("Write something…").FillAsync(text);
        await page.Keyboard.PressAsync("Enter");
    }

    private static Task<string> PublishedAsync(IPage page, string file) =>
        page.EvaluateAsync<string>($"async () => (await (await fetch('/api/admin/bots/it-support/source')).json()).files['{file}']");
}
