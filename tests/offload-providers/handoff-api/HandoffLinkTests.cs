using System.Text.Json;
using Spark.Channels;
using Spark.Offload.HandoffApi.Tests.Support;

namespace Spark.Offload.HandoffApi.Tests;

/// <summary>A conversation is handed to another Spark by the Handoff API.</summary>
public sealed class HandoffLinkTests : IAsyncLifetime
{
    private OtherSpark other = null!;
    private HandoffLink link = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        other = await OtherSpark.StartAsync();
        link = other.Connect();
    }

    public async ValueTask DisposeAsync()
    {
        link.Dispose();
        await other.DisposeAsync();
    }

    [Fact]
    public async Task What_the_step_shares_goes_along()
    {
        (await link.OpenAsync(Request("""{"upn": "jürg@contoso.com"}""", """{"ticket": "INC7", "size": 3}"""), Cancelled)).Result.ShouldBe(OffloadResult.Sent);
        var handed = other.Handovers.ShouldHaveSingleItem();
        handed.Token.ShouldBe("Bearer t1");
        handed.PrincipalName.ShouldBe("jürg@contoso.com");
        handed.TimeZone.ShouldBe("Europe/Zurich");
        handed.Key.ShouldBe("c-1-0");
        var body = JsonDocument.Parse(handed.Body).RootElement;
        body.GetProperty("message").GetRawText().ShouldBe("""{"parts":[{"type":"TEXT","text":"It is broken"}]}""");
        body.GetProperty("metadata").GetRawText().ShouldBe("""{"source":"spark","ticket":"INC7","size":"3"}""");
        body.GetProperty("transcript").GetArrayLength().ShouldBe(2);
    }

    [Fact]
    public async Task The_steps_own_text_comes_before_the_transcripts()
    {
        await link.OpenAsync(Request("""{"upn": "jane@contoso.com", "text": "Wi-Fi"}""", "{}"), Cancelled);
        other.Handovers.Single().Body.ShouldContain("\"text\":\"Wi-Fi\"}]");
    }

    [Fact]
    public async Task Without_the_field_the_person_is_known_by_the_channels_address()
    {
        await link.OpenAsync(Request("{}", "{}"), Cancelled);
        other.Handovers.Single().PrincipalName.ShouldBe("jane@fabrikam.com");
    }

    [Fact]
    public async Task A_token_serves_until_shortly_before_its_end_and_is_asked_for_once_at_a_time()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => link.OpenAsync(Request(), Cancelled).AsTask()));
        other.Tokens.ShouldBe(1);
        other.Clock.Advance(TimeSpan.FromSeconds(839));
        await link.OpenAsync(Request(), Cancelled);
        other.Tokens.ShouldBe(1);
        other.Clock.Advance(TimeSpan.FromSeconds(2));
        await link.OpenAsync(Request(), Cancelled);
        other.Tokens.ShouldBe(2);
    }

    [Fact]
    public async Task A_token_that_was_revoked_is_replaced_once()
    {
        await link.OpenAsync(Request(), Cancelled);
        other.Answer = handed => handed.Token == "Bearer t1" ? 401 : 204;
        (await link.OpenAsync(Request(), Cancelled)).Result.ShouldBe(OffloadResult.Sent);
        other.Answer = _ => 401;
        (await link.OpenAsync(Request(), Cancelled)).Result.ShouldBe(OffloadResult.Failed);
        other.Tokens.ShouldBe(3);
    }

    [Theory]
    [InlineData(200, OffloadResult.Sent)]
    [InlineData(400, OffloadResult.Failed)]
    [InlineData(403, OffloadResult.Failed)]
    [InlineData(404, OffloadResult.Failed)]
    [InlineData(503, OffloadResult.Failed)]
    public async Task What_is_answered_ends_the_step(int status, OffloadResult result)
    {
        other.Answer = _ => status;
        var decision = await link.OpenAsync(Request(), Cancelled);
        decision.Result.ShouldBe(result);
        (decision.Reason is null).ShouldBe(result == OffloadResult.Sent);
        (decision.Reason ?? "").ShouldNotContain("jane");
    }

    [Fact]
    public async Task Refused_credentials_are_the_operators_to_mend()
    {
        other.TokenStatus = 401;
        await Should.ThrowAsync<CredentialsRejectedException>(async () => await link.OpenAsync(Request(), Cancelled));
        other.TokenStatus = 503;
        (await link.OpenAsync(Request(), Cancelled)).Result.ShouldBe(OffloadResult.Failed);
    }

    [Fact]
    public async Task Nobody_and_nothing_are_not_handed_over()
    {
        var request = Request();
        (await link.OpenAsync(request with { Person = null }, Cancelled)).Reason!.ShouldContain("'upn'");
        (await link.OpenAsync(request with { Transcript = [] }, Cancelled)).Reason!.ShouldContain("'text'");
        other.Handovers.ShouldBeEmpty();
    }

    private static OffloadRequest Request(string fields = "{}", string variables = "{}") => new()
    {
        EffectId = "c-1-0",
        ConversationId = "c",
        ChannelInstance = "web",
        Channel = "web-chat",
        Person = new Person { Id = "p", Email = "jane@fabrikam.com", TimeZone = "Europe/Zurich" },
        Language = "en",
        Fields = JsonDocument.Parse(fields).RootElement,
        Variables = JsonDocument.Parse(variables).RootElement,
        Transcript =
        [
            new() { At = default, FromPerson = true, Text = "It is broken" },
            new() { At = default, FromPerson = false, Text = "One moment." },
        ],
    };
}
