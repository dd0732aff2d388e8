using Spark.Channels.WebChat.Tests.Support;
using Spark.Messages;

namespace Spark.Channels.WebChat.Tests;

public sealed class SettingsTests
{
    [Fact]
    public void A_secret_of_16_characters_is_accepted_and_one_of_15_is_not()
    {
        using var accepted = new TestChannel(new WebChatSettings { Secret = "0123456789abcdef" });

        var refusal = Should.Throw<ArgumentException>(() => new TestChannel(new WebChatSettings { Secret = "0123456789abcde" }));

        refusal.Message.ShouldStartWith("The setting 'secret' has 15 characters and needs at least 16");
        refusal.Message.ShouldNotContain("0123456789abcde");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void A_missing_secret_is_refused(string? secret) =>
        Should.Throw<ArgumentException>(() => new TestChannel(new WebChatSettings { Secret = secret })).Message.ShouldStartWith("The setting 'secret' is missing");

    [Theory]
    [InlineData("https://intranet.example.com", true)]
    [InlineData("http://localhost:3000", true)]
    [InlineData("*", true)]
    [InlineData("https://intranet.example.com/", false)]
    [InlineData("https://intranet.example.com/chat", false)]
    [InlineData("intranet.example.com", false)]
    [InlineData("https://user@intranet.example.com", false)]
    [InlineData("https://intranet.example.com; script-src *", false)]
    [InlineData("ftp://intranet.example.com", false)]
    public void An_origin_is_scheme_and_host(string origin, bool accepted)
    {
        var problems = new WebChatSettings { Secret = TestChannel.Secret, AllowedOrigins = [origin] }.Problems();

        problems.Count.ShouldBe(accepted ? 0 : 1);
    }

    [Fact]
    public void All_mistakes_are_named_at_once()
    {
        var refusal = Should.Throw<ArgumentException>(() => new TestChannel(new WebChatSettings { AllowedOrigins = ["here", "there"] }));

        refusal.Message.ShouldContain("'secret'");
        refusal.Message.ShouldContain("'here'");
        refusal.Message.ShouldContain("'there'");
    }

    [Fact]
    public void Settings_do_not_print_their_secret() => TestChannel.Settings().ToString().ShouldBe("WebChatSettings");

    [Fact]
    public async Task Replies_are_pulled_so_a_send_has_nothing_to_do()
    {
        using var web = new TestChannel();

        web.Channel.Capabilities.ReplyPath.ShouldBe(ReplyPath.Pull);
        var message = new OutboundMessage { ConversationId = "c", EffectId = "e", Parts = [new TextPart("Hello")], Language = "en" };
        (await web.Channel.SendAsync(message, TestContext.Current.CancellationToken)).ShouldBe(Delivery.Delivered);
    }
}
