using System.Buffers.Text;
using System.Text.Json;
using Spark.Channels.WebChat.Tests.Support;

namespace Spark.Channels.WebChat.Tests.Tokens;

/// <summary>Every refusal here has a twin that is accepted and differs in one thing.</summary>
public sealed class TokenTests
{
    [Fact]
    public async Task Anybody_gets_a_token_where_the_channel_is_open()
    {
        using var web = new TestChannel();

        var receipt = await web.DirectLineAsync("POST", "tokens/generate");

        receipt.Answer.Status.ShouldBe(200);
        receipt.Events.ShouldBeEmpty();
        receipt.Json().GetProperty("expires_in").GetInt32().ShouldBe(1800);
        receipt.Json().String("conversationId")!.Length.ShouldBe(22);
        receipt.Header("Cache-Control").ShouldBe("no-store");
    }

    [Fact]
    public async Task Where_it_is_not_only_the_secret_gets_a_token()
    {
        using var web = new TestChannel(TestChannel.Settings() with { OpenToEveryone = false });

        (await web.DirectLineAsync("POST", "tokens/generate")).ShouldBeRefused(401, "Unauthorized");
        (await web.DirectLineAsync("POST", "tokens/generate", "0123456789abcdeg")).ShouldBeRefused(403, "NotAllowed");
        (await web.DirectLineAsync("POST", "tokens/generate", TestChannel.Secret)).Answer.Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_wrong_secret_is_told_even_where_none_is_needed()
    {
        using var web = new TestChannel();

        (await web.DirectLineAsync("POST", "tokens/generate", "wrong")).ShouldBeRefused(403, "NotAllowed");
    }

    [Fact]
    public async Task Two_tokens_are_for_two_conversations_and_two_people()
    {
        using var web = new TestChannel();

        var first = (await web.DirectLineAsync("POST", "tokens/generate")).Json();
        var second = (await web.DirectLineAsync("POST", "tokens/generate")).Json();

        first.String("conversationId").ShouldDifferFrom(second.String("conversationId"));
        Payload(first.String("token")!).String("user").ShouldDifferFrom(Payload(second.String("token")!).String("user"));
    }

    [Fact]
    public async Task Web_chat_finds_the_persons_id_in_the_token()
    {
        using var web = new TestChannel();

        var token = (await web.DirectLineAsync("POST", "tokens/generate")).Json().String("token")!;

        token.Split('.').Length.ShouldBe(3);
        Payload(token).String("user")!.ShouldStartWith("dl_");
    }

    [Fact]
    public async Task Only_the_holder_of_the_secret_says_who_the_person_is()
    {
        using var web = new TestChannel();
        const string body = """{"user":{"id":"dl_anna","name":"Anna"}}""";

        var trusted = (await web.DirectLineAsync("POST", "tokens/generate", TestChannel.Secret, body)).Json().String("token")!;
        var anybody = (await web.DirectLineAsync("POST", "tokens/generate", bearer: null, body)).Json().String("token")!;

        Payload(trusted).String("user").ShouldBe("dl_anna");
        Payload(trusted).String("name").ShouldBe("Anna");
        Payload(anybody).String("user").ShouldDifferFrom("dl_anna");
        Payload(anybody).Has("name").ShouldBeFalse();
    }

    [Fact]
    public async Task The_persons_id_must_begin_as_direct_line_wants()
    {
        using var web = new TestChannel();

        (await web.DirectLineAsync("POST", "tokens/generate", TestChannel.Secret, """{"user":{"id":"anna"}}""")).ShouldBeRefused(400, "MalformedData");
        (await web.DirectLineAsync("POST", "tokens/generate", TestChannel.Secret, """{"user":""")).ShouldBeRefused(400, "MalformedData");
    }

    [Fact]
    public async Task A_token_opens_its_own_conversation_and_no_other()
    {
        using var web = new TestChannel();
        var anna = await web.StartAsync();
        var ben = await web.StartAsync();

        (await web.DirectLineAsync("GET", $"conversations/{anna.Id}/activities", anna.Token)).Answer.Status.ShouldBe(200);
        (await web.DirectLineAsync("GET", $"conversations/{ben.Id}/activities", anna.Token)).ShouldBeRefused(403, "NotAllowed");
        (await web.DirectLineAsync("GET", $"conversations/{ben.Id}", anna.Token)).ShouldBeRefused(403, "NotAllowed");
        (await web.PostAsync((ben.Id, anna.Token), """{"type":"message","text":"hi"}""")).ShouldBeRefused(403, "NotAllowed");
        (await web.DirectLineAsync("POST", $"conversations/{ben.Id}/upload", anna.Token)).ShouldBeRefused(403, "NotAllowed");
    }

    [Fact]
    public async Task A_token_lives_for_thirty_minutes()
    {
        using var web = new TestChannel();
        var anna = await web.StartAsync();

        web.Clock.Advance(TimeSpan.FromSeconds(1799));
        (await web.DirectLineAsync("GET", $"conversations/{anna.Id}/activities", anna.Token)).Answer.Status.ShouldBe(200);

        web.Clock.Advance(TimeSpan.FromSeconds(1));
        (await web.DirectLineAsync("GET", $"conversations/{anna.Id}/activities", anna.Token)).ShouldBeRefused(403, "TokenExpired");
    }

    [Fact]
    public async Task A_tab_that_slept_gets_its_conversation_back_for_a_day()
    {
        using var web = new TestChannel();
        var anna = await web.StartAsync();
        web.Clock.Advance(TimeSpan.FromHours(24.5) - TimeSpan.FromSeconds(1));

        var renewed = (await web.DirectLineAsync("POST", "tokens/refresh", anna.Token)).Json();
        (renewed.String("conversationId"), Payload(renewed.String("token")!).String("user")).ShouldBe((anna.Id, Payload(anna.Token).String("user")));
        (await web.DirectLineAsync("GET", $"conversations/{anna.Id}", renewed.String("token"))).Answer.Status.ShouldBe(200);
        (await web.DirectLineAsync("GET", $"conversations/{anna.Id}", anna.Token)).ShouldBeRefused(403, "TokenExpired");
        (await web.DirectLineAsync("POST", "tokens/refresh", anna.Token[..^1] + (anna.Token[^1] == 'A' ? 'E' : 'A'))).ShouldBeRefused(403, "NotAllowed");

        web.Clock.Advance(TimeSpan.FromSeconds(1));
        (await web.DirectLineAsync("POST", "tokens/refresh", anna.Token)).ShouldBeRefused(403, "TokenExpired");
    }

    [Fact]
    public async Task Where_not_everybody_may_chat_a_token_that_has_run_out_is_over()
    {
        using var web = new TestChannel(TestChannel.Settings() with { OpenToEveryone = false });
        var token = (await web.DirectLineAsync("POST", "tokens/generate", TestChannel.Secret)).Json().String("token");
        web.Clock.Advance(TimeSpan.FromMinutes(31));

        (await web.DirectLineAsync("POST", "tokens/refresh", token)).ShouldBeRefused(403, "TokenExpired");
    }

    [Fact]
    public async Task A_refreshed_token_is_the_same_with_thirty_new_minutes()
    {
        using var web = new TestChannel();
        var anna = await web.StartAsync();
        web.Clock.Advance(TimeSpan.FromMinutes(29));

        var refreshed = (await web.DirectLineAsync("POST", "tokens/refresh", anna.Token)).Json();
        web.Clock.Advance(TimeSpan.FromMinutes(29));

        refreshed.String("conversationId").ShouldBe(anna.Id);
        refreshed.GetProperty("expires_in").GetInt32().ShouldBe(1800);
        Payload(refreshed.String("token")!).String("user").ShouldBe(Payload(anna.Token).String("user"));
        (await web.DirectLineAsync("GET", $"conversations/{anna.Id}/activities", refreshed.String("token"))).Answer.Status.ShouldBe(200);
        (await web.DirectLineAsync("GET", $"conversations/{anna.Id}/activities", anna.Token)).ShouldBeRefused(403, "TokenExpired");
    }

    [Fact]
    public async Task Without_a_token_nothing_is_told()
    {
        using var web = new TestChannel();
        var anna = await web.StartAsync();

        var missing = await web.DirectLineAsync("GET", $"conversations/{anna.Id}/activities");
        var basic = await web.SendAsync(TestChannel.Request("GET", $"v3/directline/conversations/{anna.Id}/activities", headers: ("Authorization", $"Basic {anna.Token}")));

        missing.ShouldBeRefused(401, "Unauthorized");
        missing.Header("WWW-Authenticate").ShouldBe("Bearer");
        basic.ShouldBeRefused(401, "Unauthorized");
        (await web.DirectLineAsync("POST", "conversations")).ShouldBeRefused(401, "Unauthorized");
        (await web.DirectLineAsync("POST", "tokens/refresh")).ShouldBeRefused(401, "Unauthorized");
    }

    [Fact]
    public async Task A_token_that_was_changed_anywhere_is_refused()
    {
        using var web = new TestChannel();
        var anna = await web.StartAsync();
        var parts = anna.Token.Split('.');
        var later = Base64Url.EncodeToString(System.Text.Encoding.UTF8.GetBytes(
            Payload(anna.Token).GetRawText().Replace("\"exp\":1", "\"exp\":2", StringComparison.Ordinal)));
        var unsigned = Base64Url.EncodeToString("""{"alg":"none","typ":"JWT"}"""u8);
        string[] changed =
        [
            $"{parts[0]}.{later}.{parts[2]}",
            $"{unsigned}.{parts[1]}.",
            $"{unsigned}.{parts[1]}.{parts[2]}",
            $"{parts[0]}.{parts[1]}.",
            $"{parts[0]}.{parts[1]}.{parts[2]}A",
            $"{parts[0]}.{parts[1]}.{parts[2]}=",
            $"{parts[0]}.{parts[1]}",
            $"{parts[0]}..{parts[2]}",
            "..",
            "token",
            TestChannel.Secret,
            new string('A', 100_000),
        ];

        foreach (var token in changed)
        {
            (await web.DirectLineAsync("GET", $"conversations/{anna.Id}/activities", token)).ShouldBeRefused(403, "NotAllowed");
        }

        (await web.DirectLineAsync("GET", $"conversations/{anna.Id}/activities", string.Join('.', parts))).Answer.Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_token_of_another_secret_or_another_instance_is_refused()
    {
        using var web = new TestChannel();
        using var twin = new TestChannel();
        using var otherSecret = new TestChannel(new WebChatSettings { Secret = "0123456789abcdeF" });
        using var otherInstance = new TestChannel(instance: "web2");
        var anna = await web.StartAsync();

        (await twin.DirectLineAsync("POST", "tokens/refresh", anna.Token)).Answer.Status.ShouldBe(200);
        (await otherSecret.DirectLineAsync("POST", "tokens/refresh", anna.Token)).ShouldBeRefused(403, "NotAllowed");
        (await otherInstance.DirectLineAsync("POST", "tokens/refresh", anna.Token)).ShouldBeRefused(403, "NotAllowed");
    }

    private static JsonElement Payload(string token) => JsonElement.Parse(Base64Url.DecodeFromChars(token.Split('.')[1]));
}
