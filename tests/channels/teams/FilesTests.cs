using System.Text.Json.Nodes;
using Spark.Channels.Teams.Tests.Support;
using Spark.Messages;

namespace Spark.Channels.Teams.Tests;

public sealed class FilesTests : IAsyncLifetime
{
    private FarSide side = null!;
    private TestChannel channel = null!;

    private FilePart Guide => new("guide.pdf", "application/pdf", new Uri(side.Address, "/files/guide.pdf"));

    public async ValueTask InitializeAsync()
    {
        side = await FarSide.StartAsync();
        channel = new TestChannel(side, settings => settings with { FileHosts = [side.Address.ToString()] });
    }

    public ValueTask DisposeAsync()
    {
        channel.Dispose();
        return side.DisposeAsync();
    }

    [Fact]
    public async Task A_file_is_offered_with_its_size()
    {
        var card = await OfferAsync();

        card["contentType"]!.GetValue<string>().ShouldBe("application/vnd.microsoft.teams.card.file.consent");
        card["name"]!.GetValue<string>().ShouldBe("guide.pdf");
        card["content"]!["sizeInBytes"]!.GetValue<long>().ShouldBe(FarSide.File.Length);
    }

    [Fact]
    public async Task A_file_that_is_wanted_is_put_into_the_persons_session_and_shown_once_and_no_token_goes_with_it()
    {
        var context = (await OfferAsync())["content"]!["acceptContext"]!;

        (await channel.ReceiveAsync(Consent("accept", context))).Answer.Status.ShouldBe(200);
        (await channel.ReceiveAsync(Consent("accept", context))).Answer.Status.ShouldBe(200);

        var put = side.Calls.First(call => call.Method == "PUT");
        put.Target.ShouldBe("/files/session?x=1");
        put.Body.ShouldBe(FarSide.File);
        put.ContentRange.ShouldBe($"bytes 0-{FarSide.File.Length - 1}/{FarSide.File.Length}");
        side.Calls.Where(call => call.Target.StartsWith("/files/", StringComparison.Ordinal)).ShouldAllBe(call => call.Authorization == null);
        var info = side.ConnectorCalls.Where(call => call.Body.Contains("file.info", StringComparison.Ordinal)).ShouldHaveSingleItem().Json["attachments"]![0]!;
        info["contentUrl"]!.GetValue<string>().ShouldBe("https://contoso.sharepoint.com/guide.pdf");
        info["content"]!["uniqueId"]!.GetValue<string>().ShouldBe("unique-1");
    }

    [Fact]
    public async Task A_file_that_is_not_wanted_is_left()
    {
        (await channel.ReceiveAsync(Consent("decline", new JsonObject()))).Answer.Status.ShouldBe(200);

        side.Calls.ShouldNotContain(call => call.Method == "PUT");
    }

    [Fact]
    public async Task An_address_that_was_not_offered_is_not_fetched()
    {
        var context = (JsonObject)(await OfferAsync())["content"]!["acceptContext"]!.DeepClone();
        context["address"] = new Uri(side.Address, "/files/other.pdf").ToString();

        (await channel.ReceiveAsync(Consent("accept", context))).Answer.Status.ShouldBe(400);

        side.Calls.ShouldNotContain(call => call.Target == "/files/other.pdf");
    }

    [Fact]
    public async Task A_session_at_a_host_that_is_on_no_list_gets_nothing()
    {
        var consent = Consent("accept", (await OfferAsync())["content"]!["acceptContext"]!);
        consent["value"]!["uploadInfo"]!["uploadUrl"] = "https://attacker.example/session";

        (await channel.ReceiveAsync(consent)).Answer.Status.ShouldBe(400);
    }

    private async Task<JsonNode> OfferAsync()
    {
        (await channel.SayAsync(Guide)).ShouldBe(Delivery.Delivered);
        return side.ConnectorCalls[^1].Json["attachments"]![0]!;
    }

    private JsonObject Consent(string action, JsonNode context)
    {
        var activity = Activities.Frame("invoke", side.ServiceUrl);
        activity["name"] = "fileConsent/invoke";
        activity["value"] = new JsonObject
        {
            ["type"] = "fileUpload",
            ["action"] = action,
            ["context"] = context.DeepClone(),
            ["uploadInfo"] = new JsonObject
            {
                ["contentUrl"] = "https://contoso.sharepoint.com/guide.pdf", ["name"] = "guide.pdf", ["uploadUrl"] = new Uri(side.Address, "/files/session?x=1").ToString(),
                ["uniqueId"] = "unique-1", ["fileType"] = "pdf",
            },
        };
        return activity;
    }
}
