using Spark.Actions.Tests.Support;

namespace Spark.Actions.Tests.JsonEvent;

/// <summary>The action <c>json-event</c>.</summary>
public sealed class JsonEventTests
{
    [Theory]
    [InlineData("""{"json-event":"basket","data":{"items":[1,2]}}""", """{"items":[1,2]}""")]
    [InlineData("""{"json-event":"basket"}""", "")]
    [InlineData("""{"json-event":"basket","data":null}""", "")]
    public async Task An_event_is_sent_with_its_data(string input, string data)
    {
        await using var actions = await InstalledActions.LoadAsync();
        var ended = await actions.RunAsync("json-event", input);
        ended.Result.ShouldBe("ok");
        var sent = ended.Events.ShouldHaveSingleItem();
        sent.Name.ShouldBe("basket");
        (sent.Value.ValueKind == System.Text.Json.JsonValueKind.Undefined ? "" : sent.Value.GetRawText()).ShouldBe(data);
    }

    [Fact]
    public async Task An_event_without_a_name_or_with_a_book_fails()
    {
        await using var actions = await InstalledActions.LoadAsync();
        (await actions.RunAsync("json-event", """{"json-event":""}""")).Result.ShouldBe("failed");
        (await actions.RunAsync("json-event", $$"""{"json-event":"x","data":"{{new string('x', 40_000)}}"}""")).Result.ShouldBe("failed");
    }
}
