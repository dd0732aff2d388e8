using System.Text;
using System.Text.Json.Nodes;
using Spark.Channels.Teams.Tests.Support;
using Spark.Messages;

namespace Spark.Channels.Teams.Tests;

public sealed class IncomingFilesTests : IAsyncLifetime
{
    private readonly MemoryCabinet cabinet = new();
    private FarSide side = null!;

    public async ValueTask InitializeAsync() => side = await FarSide.StartAsync();

    public ValueTask DisposeAsync() => side.DisposeAsync();

    [Fact]
    public async Task What_a_person_sends_is_fetched_without_a_token_and_kept()
    {
        using var channel = new TestChannel(side, settings => settings with { FileHosts = [side.Address.ToString()] }, cabinet);

        var message = await channel.AcceptAsync<MessageReceived>(Sent(new(side.Address, "/files/error.png?x=1")));

        message.Parts[1].ShouldBeOfType<FilePart>().Kept.ShouldBe("f1");
        var kept = cabinet.Files.ShouldHaveSingleItem();
        (kept.Name, kept.ConversationId, kept.Key).ShouldBe(("error.png", message.ConversationId, $"{message.MessageId}:1"));
        Encoding.UTF8.GetString(kept.Content.Span).ShouldBe(FarSide.File);
        side.Calls.ShouldContain(call => call.Target == "/files/error.png?x=1" && call.Authorization == null);
    }

    [Fact]
    public async Task A_file_at_a_host_that_is_on_no_list_is_not_fetched()
    {
        using var channel = new TestChannel(side, files: cabinet);
        var address = new Uri(side.Address, "/files/error.png");

        var message = await channel.AcceptAsync<MessageReceived>(Sent(address));

        message.Parts[1].ShouldBeOfType<FilePart>().Address.ShouldBe(address);
        side.Calls.ShouldNotContain(call => call.Target.StartsWith("/files/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_cannot_be_fetched_goes_on_by_its_address()
    {
        using var channel = new TestChannel(side, settings => settings with { FileHosts = ["http://127.0.0.1:9"] }, cabinet);

        var message = await channel.AcceptAsync<MessageReceived>(Sent(new("http://127.0.0.1:9/error.png")));

        message.Parts[1].ShouldBeOfType<FilePart>().Kept.ShouldBeNull();
        channel.Logs.Warnings.ShouldContain(line => line.Contains("could not be fetched", StringComparison.Ordinal));
    }

    private JsonObject Sent(Uri address)
    {
        var activity = Activities.Message(side.ServiceUrl, "see here");
        activity["attachments"] = new JsonArray(new JsonObject
        {
            ["contentType"] = "application/vnd.microsoft.teams.file.download.info",
            ["name"] = "error.png",
            ["content"] = new JsonObject { ["downloadUrl"] = address.ToString(), ["uniqueId"] = "1", ["fileType"] = "png" },
        });
        return activity;
    }
}
