using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Spark.Simulators.Sparkcentral.Settings;
using Spark.Simulators.Sparkcentral.Tests.Support;

namespace Spark.Simulators.Sparkcentral.Tests.Rest;

public sealed class ManipulationTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"sendMessage":null,"applyTopics":null,"setContactAttributes":null,"complete":null}""")]
    [InlineData("""{"someday":{"maybe":1}}""")]
    [InlineData("""{"setContactAttributes":{"account_number":null}}""")]
    public async Task What_asks_for_nothing_is_accepted_and_changes_nothing(string json)
    {
        await using var simulator = await SimulatorUnderTest.StartAsync();
        var id = await simulator.StartConversationAsync();

        (await simulator.ManipulateStatusAsync(id, json)).ShouldBe(HttpStatusCode.OK);

        var conversation = await simulator.ConversationAsync(id);
        conversation.GetProperty("messageCount").GetInt32().ShouldBe(1);
        conversation.GetProperty("owner").GetProperty("kind").GetString().ShouldBe("virtual-agent");
        conversation.GetProperty("replyDueAt").ValueKind.ShouldBe(JsonValueKind.String);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("not json")]
    [InlineData("")]
    [InlineData("""{"sendMessage":{}}""")]
    [InlineData("""{"sendMessage":{"text":""}}""")]
    [InlineData("""{"sendMessage":{"text":null,"attachment":null}}""")]
    [InlineData("""{"sendMessage":{"text":7}}""")]
    [InlineData("""{"sendMessage":"Hello"}""")]
    [InlineData("""{"sendMessage":{"attachment":"never-uploaded.png"}}""")]
    [InlineData("""{"applyTopics":"Access"}""")]
    [InlineData("""{"applyTopics":[1]}""")]
    [InlineData("""{"setContactAttributes":[]}""")]
    [InlineData("""{"setContactAttributes":{"account-number":"A"}}""")]
    [InlineData("""{"setContactAttributes":{"account_number":1}}""")]
    [InlineData("""{"complete":"DONE"}""")]
    [InlineData("""{"complete":true}""")]
    public async Task What_is_malformed_is_refused_and_changes_nothing(string json)
    {
        await using var simulator = await SimulatorUnderTest.StartAsync();
        var id = await simulator.StartConversationAsync();

        using var response = await simulator.ManipulateAsync(id, json);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await response.Content.ReadFromJsonAsync<JsonElement>(Token)).GetProperty("errors").GetArrayLength().ShouldBe(1);
        (await simulator.ConversationAsync(id)).GetProperty("messageCount").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_named_at_once()
    {
        await using var simulator = await SimulatorUnderTest.StartAsync();
        var id = await simulator.StartConversationAsync();

        using var response = await simulator.ManipulateAsync(id, """{"sendMessage":{},"applyTopics":7,"complete":"DONE"}""");

        (await response.Content.ReadFromJsonAsync<JsonElement>(Token)).GetProperty("errors").GetArrayLength().ShouldBe(3);
    }

    [Fact]
    public async Task Topics_and_attributes_that_mean_nothing_here_are_silently_ignored()
    {
        await using var simulator = await SimulatorUnderTest.StartAsync();
        var sent = await simulator.ControlAsync("messages", new { text = "Hello", contact = new { attributes = new[] { new { attribute = "account_number", value = "A-1", source = "CRM_CONFIRMED" } } } });
        var id = sent.GetProperty("conversationId").GetString()!;

        (await simulator.ManipulateStatusAsync(id, """{"applyTopics":["ACCESS","Astrology","access"],"setContactAttributes":{"account_number":"A-2","plan":"gold"}}"""))
            .ShouldBe(HttpStatusCode.OK);

        var conversation = await simulator.ConversationAsync(id);
        conversation.GetProperty("topics").EnumerateArray().Select(t => t.GetString()).ShouldBe(["Access"]);
        conversation.GetProperty("contact").GetProperty("attributes").EnumerateArray()
            .Select(a => (a.GetProperty("attribute").GetString(), a.GetProperty("value").GetString()))
            .ShouldBe([("account_number", "A-1"), ("plan", "gold")]);
    }

    [Fact]
    public async Task Everything_is_done_before_the_conversation_is_handed_over()
    {
        await using var simulator = await SimulatorUnderTest.StartAsync(WireProfile.Mixed);
        var id = await simulator.StartConversationAsync();
        var inbound = (await simulator.ConversationAsync(id)).GetProperty("messages")[0].GetProperty("id").GetString();

        (await simulator.ManipulateStatusAsync(id, $$$"""
            {"complete":"HANDOVER","sendMessages":[{"text":"Second"},{"text":"Third"}],"sendMessage":{"text":"First"},
             "applyTags":[{"messageId":"{{{inbound}}}","tag":"urgent"}],"applyTopics":["Password"],
             "applyConversationNotes":[{"text":"Wants a human."}],"setContactAttributes":{"plan":"gold"}}
            """)).ShouldBe(HttpStatusCode.OK);

        var conversation = await simulator.ConversationAsync(id);
        conversation.GetProperty("messages").EnumerateArray().Select(m => m.GetProperty("text").GetString())
            .ShouldBe(["Hello", "First", "Second", "Third"]);
        conversation.GetProperty("messages")[0].GetProperty("tags")[0].GetString().ShouldBe("Urgent");
        conversation.GetProperty("notes")[0].GetProperty("text").GetString().ShouldBe("Wants a human.");
        conversation.GetProperty("topics")[0].GetString().ShouldBe("Password");
        conversation.GetProperty("owner").ValueKind.ShouldBe(JsonValueKind.Null);
        conversation.GetProperty("replyDueAt").ValueKind.ShouldBe(JsonValueKind.Null);
        conversation.GetProperty("contactDueAt").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task The_classic_profile_passes_over_the_successors_fields_and_says_so()
    {
        await using var simulator = await SimulatorUnderTest.StartAsync();
        var id = await simulator.StartConversationAsync();

        (await simulator.ManipulateStatusAsync(id, """{"applyConversationNotes":[{"text":"A note"}],"indicateTyping":"START"}""")).ShouldBe(HttpStatusCode.OK);

        (await simulator.ConversationAsync(id)).GetProperty("notes").GetArrayLength().ShouldBe(0);
        (await simulator.InspectAsync($"audit?conversationId={id}")).EnumerateArray().Last().GetProperty("text").GetString()!
            .ShouldEndWith("applyConversationNotes, indicateTyping");
    }

    [Fact]
    public async Task Over_rest_a_tag_needs_its_message()
    {
        await using var simulator = await SimulatorUnderTest.StartAsync(WireProfile.Mixed);
        var id = await simulator.StartConversationAsync();

        (await simulator.ManipulateStatusAsync(id, """{"applyTags":["Urgent"]}""")).ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task An_unknown_conversation_is_not_found()
    {
        await using var simulator = await SimulatorUnderTest.StartAsync();

        (await simulator.ManipulateStatusAsync("0-00000000000-000-00000000", "{}")).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Without_a_token_that_was_given_nothing_is_done()
    {
        await using var simulator = await SimulatorUnderTest.StartAsync();
        var id = await simulator.StartConversationAsync();

        using var unknown = await simulator.ManipulateAsync(id, """{"complete":"HANDOVER"}""", "made-up");
        using var missing = await simulator.PostAsync($"/virtual-agent/conversations/{id}");

        unknown.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        missing.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await simulator.ConversationAsync(id)).GetProperty("owner").GetProperty("kind").GetString().ShouldBe("virtual-agent");
    }
}
