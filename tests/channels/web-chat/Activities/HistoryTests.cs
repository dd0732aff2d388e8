using Spark.Channels.WebChat.Tests.Support;
using Spark.Messages;

namespace Spark.Channels.WebChat.Tests.Activities;

public sealed class HistoryTests
{
    [Fact]
    public async Task Who_comes_back_begins_with_the_last_messages_and_reads_the_others_when_asked()
    {
        using var web = new TestChannel();
        var anna = await web.StartAsync();
        for (var i = 0; i < 130; i++)
        {
            web.Feed.BotSays(anna.Id, $"b{i}", replyTo: null, new TextPart($"{i}"));
        }

        var mark = (await web.DirectLineAsync("GET", $"conversations/{anna.Id}", anna.Token)).Json().String("watermark");
        mark.ShouldBe("70");
        (await web.ReadAsync(anna, mark)).Select(activity => activity.String("text")).ShouldBe(Enumerable.Range(70, 60).Select(i => $"{i}"));

        var earlier = await BeforeAsync(web, anna, mark!);
        earlier.GetProperty("activities").EnumerateArray().Select(activity => activity.String("text")).ShouldBe(Enumerable.Range(10, 60).Select(i => $"{i}"));
        earlier.String("before").ShouldBe("10");
        var first = await BeforeAsync(web, anna, "10");
        first.GetProperty("activities").GetArrayLength().ShouldBe(10);
        first.Has("before").ShouldBeFalse();
    }

    [Fact]
    public async Task A_short_conversation_comes_back_whole()
    {
        using var web = new TestChannel();
        var anna = await web.StartAsync();
        web.Feed.BotSays(anna.Id, "b", replyTo: null, new TextPart("hi"));
        (await web.DirectLineAsync("GET", $"conversations/{anna.Id}", anna.Token)).Json().String("watermark").ShouldBe("0");
    }

    private static async Task<System.Text.Json.JsonElement> BeforeAsync(TestChannel web, (string Id, string Token) conversation, string before) =>
        (await web.SendAsync(TestChannel.Request("GET", $"v3/directline/conversations/{conversation.Id}/activities", conversation.Token) with
        {
            Query = new Dictionary<string, string>(StringComparer.Ordinal) { ["before"] = before },
        })).Json();
}
