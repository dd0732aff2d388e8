using Spark.Channels.WebChat.Tests.Support;

namespace Spark.Channels.WebChat.Tests.Conversations;

public sealed class ConversationTests
{
    [Fact]
    public async Task Starting_a_conversation_lets_the_bot_speak_first()
    {
        using var web = new TestChannel();
        var token = (await web.DirectLineAsync("POST", "tokens/generate")).Json();

        var receipt = await web.DirectLineAsync("POST", "conversations", token.String("token"), """{"user":{"id":"dl_forged"},"locale":"nl-BE"}""");

        receipt.Answer.Status.ShouldBe(201);
        receipt.Json().String("conversationId").ShouldBe(token.String("conversationId"));
        receipt.Json().GetProperty("expires_in").GetInt32().ShouldBe(1800);
        receipt.Json().Has("streamUrl").ShouldBeFalse();
        var started = receipt.Events.ShouldHaveSingleItem().ShouldBeOfType<ConversationStarted>();
        started.BotSpeaksFirst.ShouldBeTrue();
        started.Keys.ShouldBe(["started"]);
        started.ConversationId.ShouldBe(token.String("conversationId"));
        started.Person!.Id.ShouldStartWith("dl_");
        started.Person.Id.ShouldDifferFrom("dl_forged");
        started.Person.Language.ShouldBe("nl-BE");
        started.Person.Verified.ShouldBeFalse();
    }

    [Fact]
    public async Task Starting_twice_with_one_token_is_the_same_event()
    {
        using var web = new TestChannel();
        var token = (await web.DirectLineAsync("POST", "tokens/generate")).Json().String("token");

        var first = (await web.DirectLineAsync("POST", "conversations", token)).Events.Single();
        var second = (await web.DirectLineAsync("POST", "conversations", token)).Events.Single();

        second.ConversationId.ShouldBe(first.ConversationId);
        second.Keys.ShouldBe(first.Keys);
    }

    [Fact]
    public async Task A_server_starts_a_conversation_with_the_secret_alone()
    {
        using var web = new TestChannel();

        var receipt = await web.DirectLineAsync("POST", "conversations", TestChannel.Secret, """{"user":{"id":"dl_anna","name":"Anna"}}""");

        receipt.Answer.Status.ShouldBe(201);
        receipt.Events.Single().Person!.Id.ShouldBe("dl_anna");
        receipt.Events.Single().Person!.Name.ShouldBe("Anna");
        (await web.DirectLineAsync("POST", "conversations", TestChannel.Secret, """{"user":{"id":"anna"}}""")).ShouldBeRefused(400, "MalformedData");
    }

    [Fact]
    public async Task A_body_that_is_not_json_is_refused_and_starts_nothing()
    {
        using var web = new TestChannel();
        var token = (await web.DirectLineAsync("POST", "tokens/generate")).Json().String("token");

        (await web.DirectLineAsync("POST", "conversations", token, "{")).ShouldBeRefused(400, "MalformedData");
        (await web.DirectLineAsync("POST", "conversations", token, "{}")).Answer.Status.ShouldBe(201);
    }

    [Fact]
    public async Task Who_comes_back_gets_a_fresh_token()
    {
        using var web = new TestChannel();
        var anna = await web.StartAsync();
        web.Clock.Advance(TimeSpan.FromMinutes(20));

        var receipt = await web.DirectLineAsync("GET", $"conversations/{anna.Id}", anna.Token, watermark: "3");

        receipt.Answer.Status.ShouldBe(200);
        receipt.Events.ShouldBeEmpty();
        receipt.Json().String("conversationId").ShouldBe(anna.Id);
        web.Clock.Advance(TimeSpan.FromMinutes(20));
        (await web.DirectLineAsync("GET", $"conversations/{anna.Id}", receipt.Json().String("token"))).Answer.Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_conversation_that_was_never_started_is_not_found()
    {
        using var web = new TestChannel();
        var token = (await web.DirectLineAsync("POST", "tokens/generate")).Json();
        var nobody = (token.String("conversationId")!, token.String("token")!);

        (await web.DirectLineAsync("GET", $"conversations/{nobody.Item1}", nobody.Item2)).ShouldBeRefused(404, "NotFound");
        (await web.DirectLineAsync("GET", $"conversations/{nobody.Item1}/activities", nobody.Item2)).ShouldBeRefused(404, "NotFound");
        (await web.PostAsync(nobody, """{"type":"message","text":"hi"}""")).ShouldBeRefused(404, "NotFound");
    }

    [Theory]
    [InlineData("x")]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData(" 1")]
    [InlineData("99999999999999999999")]
    public async Task A_watermark_that_we_never_gave_out_is_refused(string watermark)
    {
        using var web = new TestChannel();
        var anna = await web.StartAsync();

        (await web.DirectLineAsync("GET", $"conversations/{anna.Id}/activities", anna.Token, watermark: watermark)).ShouldBeRefused(400, "MalformedData");
        (await web.DirectLineAsync("GET", $"conversations/{anna.Id}", anna.Token, watermark: watermark)).ShouldBeRefused(400, "MalformedData");
    }

    [Theory]
    [InlineData("GET", "tokens/generate", 405)]
    [InlineData("GET", "conversations", 405)]
    [InlineData("DELETE", "conversations/1", 405)]
    [InlineData("PUT", "conversations/1/activities", 405)]
    [InlineData("GET", "conversations/1/upload", 405)]
    [InlineData("GET", "session/getsessionid", 404)]
    [InlineData("POST", "conversations/1/activities/2", 404)]
    [InlineData("GET", "", 404)]
    public async Task What_direct_line_does_not_have_is_refused_in_its_shape(string method, string path, int status)
    {
        using var web = new TestChannel();

        var receipt = await web.DirectLineAsync(method, path);

        receipt.ShouldBeRefused(status, status == 405 ? "NotAllowed" : "NotFound");
        receipt.Answer.Headers.ContainsKey("Allow").ShouldBe(status == 405);
    }

    [Theory]
    [InlineData("")]
    [InlineData("v3")]
    [InlineData("v4/directline/conversations")]
    [InlineData("chatter")]
    public async Task Nothing_lies_elsewhere(string path)
    {
        using var web = new TestChannel();

        (await web.SendAsync(TestChannel.Request("GET", path))).ShouldBeRefused(404, "NotFound");
    }
}
