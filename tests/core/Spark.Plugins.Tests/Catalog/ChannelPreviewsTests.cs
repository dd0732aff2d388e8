using Spark.Messages;
using Spark.Plugins.Tests.Support;

namespace Spark.Plugins.Tests.Catalog;

public sealed class ChannelPreviewsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_channel_shows_a_message_without_an_instance()
    {
        await using var host = new HostUnderTest();
        host.Plugins.Install("Good");
        await host.LoadAsync();
        var previews = host.Host.Previews;

        previews.Channels.ShouldHaveSingleItem().CanShow.ShouldBeTrue();
        var shown = (await previews.ShowAsync("echo", HostUnderTest.Message(), Token)).ShouldNotBeNull().ShouldHaveSingleItem();
        shown.Shown.ShouldBe([new TextPart("HELLO")]);
        shown.Payload.GetRawText().ShouldBe("{\"sent\":true}");
        shown.Remarks.ShouldBe(["It is loud."]);
    }

    [Fact]
    public async Task A_channel_that_fails_or_is_not_there_or_was_unloaded_shows_nothing()
    {
        await using var host = new HostUnderTest();
        host.Plugins.Install("Good");
        await host.LoadAsync();
        var previews = host.Host.Previews;

        (await previews.ShowAsync("echo", HostUnderTest.Message() with { Parts = [new TextPart("explode")] }, Token)).ShouldBeNull();
        (await previews.ShowAsync("pigeons", HostUnderTest.Message(), Token)).ShouldBeNull();
        await host.Host.UnloadAsync("good", Token);
        (await previews.ShowAsync("echo", HostUnderTest.Message(), Token)).ShouldBeNull();
        host.Host.Previews.Channels.ShouldBeEmpty();
    }
}
