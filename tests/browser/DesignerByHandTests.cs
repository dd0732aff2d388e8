using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Spark.Browser.Tests.Support;

namespace Spark.Browser.Tests;

/// <summary>What is done on the canvas by hand.</summary>
public sealed partial class DesignerByHandTests(CockpitRoom room) : DesignerStage(room)
{
    private const string Dot = ".react-flow__handle.source";

    // A layout is worked out beside the page, on a busy machine long after the edit: here after as much as the test does until it lets it go.
    private const string HoldLayouts =
        """
        () => {
          const post = Worker.prototype.postMessage;
          const held = [];
          Worker.prototype.postMessage = function (...message) { held.push(() => post.apply(this, message)); };
          window.letLayoutsGo = () => {
            Worker.prototype.postMessage = post;
            held.forEach(go => go());
          };
        }
        """;

    [Fact]
    public async Task Steps_are_moved_connected_and_taken_out_by_hand_or_by_keys_and_all_of_it_can_be_taken_back()
    {
        var page = await OpenOnCanvasAsync();
        await ChooseAsync(page, "welcome-back", "say");
        await page.Keyboard.PressAsync("Alt+ArrowDown");
        await Assertions.Expect(Steps(page, "welcome-back").First).ToContainTextAsync("goto");
        await ChooseAsync(page, "welcome-back", "goto");
        await page.Keyboard.PressAsync("Delete");
        await Assertions.Expect(Steps(page, "welcome-back")).ToHaveCountAsync(1);
        await ChooseAsync(page, "welcome-back", "say");
        await Form(page, "say").GetByRole(AriaRole.Button, new() { Name = "Move to another dialog" }).ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = "goodbye" }).ClickAsync();
        await Assertions.Expect(Steps(page, "goodbye")).ToHaveCountAsync(2);

        await FindAsync(page, "goodbye");
        await ConnectAsync(page, "goodbye", Card(page, "goodbye").Locator(Dot).Last);
        await page.GetByRole(AriaRole.Button, new() { Name = "Text", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator(".cm-content")).ToContainTextAsync("goto: goodbye");
        await page.GetByRole(AriaRole.Button, new() { Name = "Canvas", Exact = true }).ClickAsync();

        for (var change = 0; change < 4; change++)
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        }

        await page.GetByRole(AriaRole.Tab, new() { Name = "Changes" }).ClickAsync();
        await Assertions.Expect(page.GetByText("The draft is what answers now.").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_dialog_that_one_works_on_stays_under_the_hand_while_the_canvas_is_laid_out_anew()
    {
        var page = await OpenOnCanvasAsync();
        await ChooseAsync(page, "welcome-back", "goto");
        await page.EvaluateAsync(HoldLayouts);
        await page.Keyboard.PressAsync("Delete");
        await Assertions.Expect(Steps(page, "welcome-back")).ToHaveCountAsync(1);
        await FindAsync(page, "welcome-back");
        var card = Card(page, "welcome-back");
        var seen = await StandingAsync(card);
        var place = (await card.GetAttributeAsync("style"))!;

        await page.EvaluateAsync("() => letLayoutsGo()");
        await Assertions.Expect(card).Not.ToHaveAttributeAsync("style", place);
        await SettleAsync(page);
        var now = (await card.BoundingBoxAsync())!;
        (Math.Abs(now.X - seen.X) + Math.Abs(now.Y - seen.Y)).ShouldBeLessThan(2);

        await page.EvaluateAsync(HoldLayouts);
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a file" }).ClickAsync();
        await page.GetByLabel("Path, such as").FillAsync("dialogs/lunch.yaml");
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Add" }).ClickAsync();
        await FindAsync(page, "lunch");
        await page.EvaluateAsync("() => letLayoutsGo()");
        await Steps(page, "lunch").First.ClickAsync();
        await Assertions.Expect(Card(page, "lunch")).ToBeInViewportAsync(new() { Ratio = 1 });
    }

    [Fact]
    public async Task A_verb_and_a_step_are_dragged_to_where_they_go()
    {
        var page = await OpenOnCanvasAsync();
        await ChooseAsync(page, "anything-else", "confirm");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a step" }).ClickAsync();
        await SettleAsync(page);
        await page.GetByRole(AriaRole.List, new() { Name = "Add a step" }).GetByRole(AriaRole.Button, new() { Name = "say", Exact = true })
            .DragToAsync(Steps(page, "anything-else").Last, OnTop);
        await Assertions.Expect(Verbs(page, "anything-else")).ToHaveTextAsync(["confirm", "say", "goto"]);

        await SettleAsync(page);
        await Steps(page, "anything-else").First.DragToAsync(Steps(page, "anything-else").Last, Below);
        await Assertions.Expect(Verbs(page, "anything-else")).ToHaveTextAsync(["say", "goto", "confirm"]);
        await SettleAsync(page);
        await Steps(page, "anything-else").Nth(1).DragToAsync(Steps(page, "anything-else").First, OnTop);
        await Assertions.Expect(Verbs(page, "anything-else")).ToHaveTextAsync(["goto", "say", "confirm"]);
        await Chromium.ShootAsync(page, "designer-dragged");
    }

    [Theory]
    [InlineData("light")]
    [InlineData("dark")]
    public async Task A_step_with_several_ways_out_asks_which_one_leads_to_the_dialog_that_it_was_connected_to(string theme)
    {
        var page = await OpenOnCanvasAsync(theme);
        await FindAsync(page, "did-it-help");
        await ConnectAsync(page, "did-it-help", Card(page, "did-it-help").Locator(Dot).First);
        var ask = page.GetByRole(AriaRole.Dialog, new() { Name = "Which way leads to “did-it-help”?" });
        await Assertions.Expect(ask.GetByRole(AriaRole.Radio, new() { Name = "unanswered" })).ToBeCheckedAsync();
        await SeeAsync(page, $"designer-which-way-{theme}");
        await ask.GetByRole(AriaRole.Button, new() { Name = "Connect" }).ClickAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Text", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator(".cm-content")).ToContainTextAsync("unanswered: did-it-help");
        await Assertions.Expect(page.Locator(".cm-content")).ToContainTextAsync("otherwise: hand-over");
    }

    [Fact]
    public async Task A_dialog_is_put_down_anywhere_by_hand_or_by_keys_and_left_to_the_layout_again()
    {
        var page = await OpenOnCanvasAsync();
        await FindAsync(page, "goodbye");
        await SettleAsync(page);
        var before = (await Card(page, "goodbye").BoundingBoxAsync())!;
        await Card(page, "goodbye").Locator(".node-head").HoverAsync();
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(before.X + 20, before.Y + 140, new() { Steps = 8 });
        await page.Mouse.UpAsync();
        var dragged = await SavedSpotAsync(page);
        await Card(page, "goodbye").FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        var pressed = await SavedSpotAsync(page);

        (pressed.X - dragged.X, pressed.Y - dragged.Y).ShouldBe((5, 0));
        await page.GetByRole(AriaRole.Button, new() { Name = "Lay out anew" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save the draft" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Not saved")).ToBeHiddenAsync();
        (await DraftAsync(page, "canvas/dialogs.yaml")).ShouldBeNull();
    }

    private static LocatorDragToOptions OnTop => new() { TargetPosition = new() { X = 60, Y = 4 } };

    private static LocatorDragToOptions Below => new() { TargetPosition = new() { X = 60, Y = 21 } };

    private static ILocator Verbs(IPage page, string dialog) => Steps(page, dialog).Locator(".row-verb");

    // To itself: it is the one dialog that is surely in view.
    private static async Task ConnectAsync(IPage page, string dialog, ILocator dot)
    {
        await SettleAsync(page);
        await dot.HoverAsync();
        await page.Mouse.DownAsync();
        var target = (await Card(page, dialog).Locator(".react-flow__handle.target").BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(target.X + 2, target.Y + 2, new() { Steps = 12 });
        await page.Mouse.UpAsync();
    }

    private static async Task<(int X, int Y)> SavedSpotAsync(IPage page)
    {
        await Assertions.Expect(page.GetByText("Not saved").First).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save the draft" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Not saved")).ToBeHiddenAsync();
        var spot = Spot().Match((await DraftAsync(page, "canvas/dialogs.yaml"))!);
        return (int.Parse(spot.Groups["x"].ValueSpan, CultureInfo.InvariantCulture), int.Parse(spot.Groups["y"].ValueSpan, CultureInfo.InvariantCulture));
    }

    private static Task<string?> DraftAsync(IPage page, string file) =>
        page.EvaluateAsync<string?>($"async () => (await (await fetch('/api/admin/bots/it-support/draft')).json()).files['{file}'] ?? null");

    private async Task<IPage> OpenOnCanvasAsync(string theme = "light")
    {
        var page = await OpenAsync(theme);
        await page.GetByRole(AriaRole.Button, new() { Name = "Canvas", Exact = true }).ClickAsync();
        return page;
    }

    [GeneratedRegex(@"^goodbye: \{ x: (?<x>-?\d+), ""y"": (?<y>-?\d+) \}", RegexOptions.Multiline, 10_000)]
    private static partial Regex Spot();

    /// <summary>Where something is once it moves no more: the canvas glides to what is looked for.</summary>
    private static async Task<LocatorBoundingBoxResult> StandingAsync(ILocator card)
    {
        var seen = (await card.BoundingBoxAsync())!;
        while (true)
        {
            await Task.Delay(100);
            var now = (await card.BoundingBoxAsync())!;
            if (now.X.Equals(seen.X) && now.Y.Equals(seen.Y))
            {
                return now;
            }

            seen = now;
        }
    }
}
