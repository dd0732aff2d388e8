using System.Net;
using System.Net.Mail;
using System.Net.Sockets;
using Microsoft.Extensions.Logging;

namespace Spark.Actions.Email;

/// <summary>
/// Sends e-mail by SMTP. It is never sent twice by itself: a connection that breaks while the server has the message leaves open whether it
/// went out.
/// </summary>
internal sealed partial class EmailAction : IAction<EmailInput, EmailOutput>
{
    private readonly EmailSettings settings;
    private readonly ILogger logger;

    public EmailAction(EmailSettings settings, InstanceServices services)
    {
        Check(settings);
        this.settings = settings;
        logger = services.Logs.CreateLogger<EmailAction>();
    }

    public async ValueTask<ActionResult<EmailOutput>> ExecuteAsync(EmailInput input, ActionContext context, CancellationToken cancellationToken)
    {
        // The same over all tries, so that a mailbox can tell a message that came twice.
        var id = $"<{context.EffectId}@{new MailAddress(settings.From).Host}>";
        try
        {
            using var message = new MailMessage();
            MessageWriter.Write(message, settings, input, id);
            using var client = Client();
            await client.SendMailAsync(message, cancellationToken);
            LogSent(id);
            return ActionResult.Ok(new EmailOutput { MessageId = id });
        }
        catch (RefusedMessageException refused)
        {
            return Failed(refused.Message, isFinal: true);
        }
        catch (SmtpException broken)
        {
            LogBroken(id, broken.StatusCode, broken.InnerException?.GetType().Name);
            return End(broken, input.Cc is null && input.Bcc is null && input.To.ValueKind == System.Text.Json.JsonValueKind.String);
        }
    }

    private static ActionResult<EmailOutput> End(SmtpException broken, bool hasOneRecipient) => broken switch
    {
        // The others of several have it.
        SmtpFailedRecipientException recipient => Failed(
            $"The server refuses a recipient: {recipient.StatusCode}.", isFinal: !hasOneRecipient || !IsForNow(recipient.StatusCode)),
        { InnerException: SocketException socket } => Failed($"The server could not be reached: {socket.SocketErrorCode}.", isFinal: false),
        { StatusCode: SmtpStatusCode.MustIssueStartTlsFirst or SmtpStatusCode.ClientNotPermitted } =>
            throw new CredentialsRejectedException("The mail server refuses the connection's user, password or TLS."),
        { InnerException: System.Security.Authentication.AuthenticationException } =>
            Failed("The server's certificate is not trusted: nothing was sent.", isFinal: true),
        { StatusCode: SmtpStatusCode.GeneralFailure, InnerException: not null } => new()
        {
            Result = "unknown",
            Reason = "The connection broke while the message was sent: whether it went out cannot be told.",
            IsFinal = true,
        },
        { StatusCode: SmtpStatusCode.GeneralFailure } => Failed("The server offers no STARTTLS, or broke off before it took the message.", isFinal: true),
        _ => Failed($"The server refuses the message: {broken.StatusCode}.", isFinal: !IsForNow(broken.StatusCode)),
    };

    private static ActionResult<EmailOutput> Failed(string reason, bool isFinal) => ActionResult.Failed<EmailOutput>(reason) with { IsFinal = isFinal };

    private static bool IsForNow(SmtpStatusCode status) => (int)status is >= 400 and < 500;

    private SmtpClient Client() => new(settings.Host, settings.Port)
    {
        EnableSsl = settings.Tls == "starttls",
        DeliveryMethod = SmtpDeliveryMethod.Network,
        DeliveryFormat = SmtpDeliveryFormat.International,
        UseDefaultCredentials = false,
        Credentials = settings.User is { Length: > 0 } user ? new NetworkCredential(user, settings.Password) : null,
    };

    private static void Check(EmailSettings settings)
    {
        var wrong = new List<string>();
        if (string.IsNullOrWhiteSpace(settings.Host))
        {
            wrong.Add("host is empty");
        }

        if (settings.Port is < 1 or > 65535)
        {
            wrong.Add("port must be from 1 to 65535");
        }

        if (settings.Tls is not ("starttls" or "none"))
        {
            wrong.Add("tls must be starttls or none");
        }

        if (settings is { User: { Length: > 0 }, Tls: "none" })
        {
            wrong.Add("tls: none would show the password to everybody on the way; use starttls, or no user");
        }

        if (!MailAddress.TryCreate(settings.From, settings.FromName, out _) || settings.FromName?.Any(char.IsControl) == true)
        {
            wrong.Add("from must be an e-mail address, and fromName a name");
        }

        if (wrong.Count > 0)
        {
            throw new ArgumentException(string.Join("; ", wrong) + ".");
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "The mail server took message {Id}")]
    private partial void LogSent(string id);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The mail server did not take message {Id}: {Status} {Cause}")]
    private partial void LogBroken(string id, SmtpStatusCode status, string? cause);
}
