using Microsoft.Playwright;
using Spark.Browser.Tests.Support;

namespace Spark.Browser.Tests;

/// <summary>The whole main job as somebody sees it who types as the contact and looks over the agents' shoulders.</summary>
[Collection(SharedDemo.Collection)]
public sealed class QueuePageTests(SharedDemo shared) : IAsyncLifetime
{
    public ValueTask InitializeAsync() => shared.EnterAsync();

    public ValueTask DisposeAsync() => shared.LeaveAsync();

    [Fact]
    public async Task A_contact_asks_for_a_human_and_the_conversation_lies_in_the_queue_with_its_transcript()
    {
        var page = await shared.Browser.OpenAsync(shared.Demo.Desk, width: 1400, height: 900);
        await SayAsync(page, "talk to a human", replies: 1);
        await SayAsync(page, "My laptop does not start any more", replies: 2);
        await Chromium.ShootAsync(page, "queue-page-asking");
        await SayAsync(page, "3", replies: 3);

        var item = page.GetByTestId("queue-new").GetByTestId("queue-item");
        await Assertions.Expect(item).ToHaveCountAsync(1);
        await item.ClickAsync();
        await Assertions.Expect(page.GetByTestId("transcript")).ToContainTextAsync("My laptop does not start any more");
        await Assertions.Expect(page.GetByTestId("conversation-owner")).Not.ToContainTextAsync("VA");
        await Chromium.ShootAsync(page, "queue-page-handed-over");
    }

    private static async Task SayAsync(IPage page, string text, int replies)
    {
        await page.GetByTestId("contact-input").FillAsync(text);
        await page.GetByTestId("contact-send").ClickAsync();
        await Assertions.Expect(page.GetByTestId("contact-messages").Locator("[data-from=virtual-agent]"))
            .ToHaveCountAsync(replies);
    }
}
