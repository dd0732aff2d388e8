using System.Text;
using Spark.Actions.Tests.Support;
using Spark.Tests;

namespace Spark.Actions.Tests.Email;

/// <summary>The action <c>email</c>, against a server that takes, refuses and breaks.</summary>
public sealed class EmailTests
{
    private const string Message = """{"email":"mailer","to":"jo@acme.com","subject":"Grüße","text":"Hallo Jö"}""";

    private static Task<InstalledActions> LoadAsync(MailServer server, string settings = "tls: none") => InstalledActions.LoadAsync(
        $$"""
        connections:
          mailer:
            plugin: email
            settings: { host: 127.0.0.1, port: {{server.Port}}, from: bot@acme.com, fromName: IT support, {{settings}} }
        """,
        ("SPARK_SECRET_MAIL", "pässword"));

    [Fact]
    public async Task A_message_goes_to_everybody_with_text_html_and_attachment()
    {
        await using var server = new MailServer();
        await using var actions = await LoadAsync(server);
        var ended = await actions.RunAsync("email", """
            {"email":"mailer","to":["jo@acme.com","al@acme.com"],"cc":"boss@acme.com","bcc":"log@acme.com","replyTo":"desk@acme.com",
             "subject":"Grüße","text":"Hallo Jö","html":"<p>Hallo</p>","attachments":[{"name":"a.txt","mediaType":"text/plain","content":"SGk="}]}
            """);
        ended.Result.ShouldBe("ok", ended.Reason);
        ended.Output["messageId"].AsString().ShouldBe("<c-7-0@acme.com>");
        var (recipients, text) = server.Messages.ToArray().ShouldHaveSingleItem();
        recipients.ShouldBe(["jo@acme.com", "al@acme.com", "boss@acme.com", "log@acme.com"], ignoreOrder: true);
        text.ShouldContain("Message-ID: <c-7-0@acme.com>", Case.Insensitive);
        text.ShouldContain("From: \"IT support\" <bot@acme.com>", Case.Insensitive);
        text.ShouldContain("Reply-To: desk@acme.com", Case.Insensitive);
        text.ShouldContain(Convert.ToBase64String(Encoding.UTF8.GetBytes("Hallo Jö")));
        text.ShouldContain(Convert.ToBase64String(Encoding.UTF8.GetBytes("<p>Hallo</p>")));
        text.ShouldContain("SGk=");
        text.ShouldNotContain("log@acme.com");
    }

    [Theory]
    [InlineData("""{"email":"mailer","to":"jo@acme.com","subject":"x\r\nBcc: all@acme.com","text":"t"}""", "'subject'")]
    [InlineData("""{"email":"mailer","to":"jo@acme.com\r\nBcc: all@acme.com","subject":"x","text":"t"}""", "'to'")]
    [InlineData("""{"email":"mailer","to":"jo@acme.com, all@acme.com","subject":"x","text":"t"}""", "'to'")]
    [InlineData("""{"email":"mailer","to":"Jo <jo@acme.com>","subject":"x","text":"t"}""", "'to'")]
    [InlineData("""{"email":"mailer","to":["jo@acme.com","x\n@acme.com"],"subject":"x","text":"t"}""", "'to'")]
    [InlineData("""{"email":"mailer","to":"jo@acme.com","replyTo":"a@b.c\nX: y","subject":"x","text":"t"}""", "'replyTo'")]
    [InlineData("""{"email":"mailer","to":"jo@evil.example","subject":"x","text":"t"}""", "outside the domains")]
    [InlineData("""{"email":"mailer","to":"jo@acme.com","cc":"jo@acme.com.evil.example","subject":"x","text":"t"}""", "outside the domains")]
    [InlineData("""{"email":"mailer","to":"","subject":"x","text":"t"}""", "nobody")]
    [InlineData("""{"email":"mailer","to":"jo@acme.com","subject":"x"}""", "neither")]
    [InlineData("""{"email":"mailer","to":"jo@acme.com","subject":"x","text":"t","attachments":[{"name":"a\r\nb","content":""}]}""", "'name'")]
    [InlineData("""{"email":"mailer","to":"jo@acme.com","subject":"x","text":"t","attachments":[{"name":"a","content":"?"}]}""", "Base64")]
    [InlineData("""{"email":"mailer","to":"jo@acme.com","subject":"x","text":"t","attachments":[{"name":"a","mediaType":"x\r\ny","content":""}]}""", "'mediaType'")]
    public async Task No_value_adds_a_header_or_a_recipient(string input, string says)
    {
        await using var server = new MailServer();
        await using var actions = await LoadAsync(server, "tls: none, allowedDomains: [acme.com]");
        var ended = await actions.RunAsync("email", input);
        (ended.Result, ended.IsFinal).ShouldBe(("failed", true));
        ended.Reason.ShouldNotBeNull().ShouldContain(says);
        server.Messages.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("RCPT", "550 no such user", "failed", true)]
    [InlineData("RCPT", "450 try later", "failed", false)]
    [InlineData("MAIL", "451 try later", "failed", false)]
    [InlineData("MAIL", "552 too large", "failed", true)]
    [InlineData("DATA", "451 try later", "failed", false)]
    [InlineData("DATA", "554 looks like spam", "failed", true)]
    [InlineData("DATA", "", "unknown", true)]
    public async Task What_the_server_answers_is_told_and_a_message_that_may_be_out_is_not_sent_again(string verb, string answer, string result, bool isFinal)
    {
        await using var server = new MailServer { Answers = { [verb] = answer } };
        await using var actions = await LoadAsync(server);
        var ended = await actions.RunAsync("email", Message);
        (ended.Result, ended.IsFinal).ShouldBe((result, isFinal), ended.Reason);
        actions.IsRepeatable("email", Message, tries: 3).ShouldBeFalse();
    }

    [Fact]
    public async Task A_server_that_is_not_there_can_be_tried_again()
    {
        int port;
        await using (var gone = new MailServer())
        {
            port = gone.Port;
        }

        await using var actions = await InstalledActions.LoadAsync($"connections:\n  mailer: {{ plugin: email, settings: {{ host: 127.0.0.1, port: {port}, from: bot@acme.com, tls: none }} }}");
        var ended = await actions.RunAsync("email", Message);
        (ended.Result, ended.IsFinal).ShouldBe(("failed", false), ended.Reason);
    }

    [Fact]
    public async Task Without_tls_neither_password_nor_message_leaves()
    {
        await using var server = new MailServer();
        await using var actions = await LoadAsync(server, "user: bot, password: env:SPARK_SECRET_MAIL");
        var ended = await actions.RunAsync("email", Message);
        (ended.Result, ended.IsFinal).ShouldBe(("failed", true), ended.Reason);
        server.LogIns.ShouldBeEmpty();
        server.Messages.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_server_with_a_certificate_that_nobody_trusts_gets_nothing()
    {
        using var authority = Certificates.Authority();
        using var certificate = Certificates.Issue(authority, "localhost");
        await using var server = new MailServer(certificate);
        await using var actions = await LoadAsync(server, "user: bot, password: env:SPARK_SECRET_MAIL");
        var ended = await actions.RunAsync("email", Message);
        ended.Result.ShouldNotBe("ok");
        ended.IsFinal.ShouldBeTrue();
        server.LogIns.ShouldBeEmpty();
        server.Messages.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("user: bot, password: x, tls: none", "would show the password")]
    [InlineData("tls: maybe", "tls must be")]
    [InlineData("port: 0", "port must be")]
    public async Task Settings_that_cannot_work_are_said_at_once(string settings, string says)
    {
        await using var actions = await InstalledActions.LoadAsync($"connections:\n  mailer: {{ plugin: email, settings: {{ host: x, from: bot@acme.com, {settings} }} }}");
        actions.Connection("mailer").Findings.ShouldHaveSingleItem().Message.ShouldContain(says);
    }
}
