using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Spark.Channels.WebChat.Tests.Support;

namespace Spark.Channels.WebChat.Tests.Identities;

/// <summary>Every refusal here differs in one thing from what is believed.</summary>
public sealed class IdentityTests : IDisposable
{
    private const string Secret = "the-portal-and-the-channel-know-it";
    private const string Head = """{"alg":"HS256","typ":"JWT"}""";

    private readonly TestChannel web = new(TestChannel.Settings() with { IdentitySecret = Secret, OpenToEveryone = false });

    public void Dispose() => web.Dispose();

    [Fact]
    public async Task Somebody_whom_the_site_vouches_for_is_verified_and_called_as_the_site_says()
    {
        var token = await TokenAsync(Claims(", \"name\":\"Anna\",\"email\":\"Anna@Example.com\",\"email_verified\":true"));
        var refreshed = (await web.DirectLineAsync("POST", "tokens/refresh", token)).Json().String("token");
        var started = await web.DirectLineAsync("POST", "conversations", refreshed, """{"user":{"name":"Mallory"}}""");

        var person = started.Events.ShouldHaveSingleItem().Person!;
        (person.Id, person.Name, person.Email, person.Verified, person.Identity).ShouldBe(("dl_anna", "Anna", "Anna@Example.com", true, "mailto:anna@example.com"));
    }

    [Fact]
    public async Task A_name_that_the_site_does_not_say_is_not_taken_from_the_page_and_an_address_alone_is_no_proof()
    {
        var token = await TokenAsync(Claims(",\"email\":\"anna@example.com\""));
        var person = (await web.DirectLineAsync("POST", "conversations", token, """{"user":{"name":"Mallory"}}""")).Events[0].Person!;
        (person.Name, person.Verified, person.Identity).ShouldBe((null, true, null));
    }

    [Fact]
    public async Task Without_an_identity_nobody_is_verified()
    {
        using var open = new TestChannel(TestChannel.Settings() with { IdentitySecret = Secret });
        var token = (await open.DirectLineAsync("POST", "tokens/generate")).Json().String("token");
        (await open.DirectLineAsync("POST", "conversations", token)).Events[0].Person!.Verified.ShouldBeFalse();
        (await open.DirectLineAsync("POST", "tokens/generate", body: """{"identity":"a.b.c"}""")).ShouldBeRefused(403, "IdentityInvalid");
    }

    [Theory]
    [InlineData("""{"alg":"none"}""", null)]
    [InlineData("""{"alg":"HS512"}""", null)]
    [InlineData("not json", null)]
    [InlineData(Head, "another-secret-of-thirty-two-chars")]
    [InlineData(Head, TestChannel.Secret)]
    public async Task Another_algorithm_or_another_key_is_not_believed(string head, string? secret) =>
        (await GenerateAsync(Sign(head, Claims(), secret ?? Secret))).ShouldBeRefused(403, "IdentityInvalid");

    [Theory]
    [InlineData("""{"sub":"anna"}""")]
    [InlineData("""{"exp":EXP}""")]
    [InlineData("""{"sub":"","exp":EXP}""")]
    [InlineData("""{"sub":"an\u0000na","exp":EXP}""")]
    [InlineData("""{"sub":"anna","exp":FAR}""")]
    [InlineData("""{"sub":"anna","exp":EXP,"nbf":EXP}""")]
    [InlineData("""{"sub":"anna","exp":EXP,"aud":"other"}""")]
    [InlineData("""{"sub":"anna","exp":"soon"}""")]
    public async Task Claims_that_do_not_hold_are_not_believed(string claims) =>
        (await GenerateAsync(Sign(Head, Fill(claims), Secret))).ShouldBeRefused(403, "IdentityInvalid");

    [Fact]
    public async Task An_identity_is_over_when_it_says_so()
    {
        var identity = Sign(Head, Fill("""{"sub":"anna","exp":EXP,"aud":"web"}"""), Secret);
        (await GenerateAsync(identity)).Answer.Status.ShouldBe(200);
        web.Clock.Advance(TimeSpan.FromMinutes(12));
        (await GenerateAsync(identity)).ShouldBeRefused(403, "IdentityExpired");
    }

    [Fact]
    public async Task Who_comes_back_late_is_vouched_for_anew_and_by_nobody_else()
    {
        var token = await TokenAsync(Claims());
        var old = Sign(Head, Claims(), Secret);
        web.Clock.Advance(TimeSpan.FromHours(3));
        Task<WebhookReceipt> RefreshAsync(string? identity) =>
            web.DirectLineAsync("POST", "tokens/refresh", token, identity is null ? "" : $$"""{"identity":"{{identity}}"}""");

        (await RefreshAsync(null)).ShouldBeRefused(403, "TokenExpired");
        (await RefreshAsync(old)).ShouldBeRefused(403, "IdentityExpired");
        (await RefreshAsync(Sign(Head, Fill("""{"sub":"ben","exp":EXP}"""), Secret))).ShouldBeRefused(403, "IdentityInvalid");
        (await RefreshAsync(Sign(Head, Claims(), Secret))).Answer.Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_channel_without_the_secret_believes_nobody()
    {
        using var without = new TestChannel();
        (await without.DirectLineAsync("POST", "tokens/generate", body: $$"""{"identity":"{{Sign(Head, Claims(), "")}}"}""")).ShouldBeRefused(403, "IdentityInvalid");
    }

    private static string Sign(string head, string claims, string secret)
    {
        var signed = $"{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(head))}.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(claims))}";
        return $"{signed}.{Base64Url.EncodeToString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(signed)))}";
    }

    private string Claims(string more = "") => Fill($$"""{"sub":"anna","exp":EXP{{more}}}""");

    private string Fill(string claims) => claims
        .Replace("EXP", $"{(web.Clock.GetUtcNow() + TimeSpan.FromMinutes(10)).ToUnixTimeSeconds()}", StringComparison.Ordinal)
        .Replace("FAR", $"{(web.Clock.GetUtcNow() + TimeSpan.FromDays(2)).ToUnixTimeSeconds()}", StringComparison.Ordinal);

    private Task<WebhookReceipt> GenerateAsync(string identity) =>
        web.DirectLineAsync("POST", "tokens/generate", body: $$"""{"identity":"{{identity}}"}""");

    private async Task<string> TokenAsync(string claims) => (await GenerateAsync(Sign(Head, claims, Secret))).Json().String("token")!;
}
