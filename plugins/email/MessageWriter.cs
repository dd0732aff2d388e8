using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using System.Text.Json;

namespace Spark.Actions.Email;

/// <summary>Fills a message with a step's fields. No value can add a header or a recipient.</summary>
internal static class MessageWriter
{
    private const int MostRecipients = 50;
    private const int LongestSubject = 255;
    private const int MostBytes = 10 * 1024 * 1024;

    /// <exception cref="RefusedMessageException">The message cannot be sent.</exception>
    public static void Write(MailMessage message, EmailSettings settings, EmailInput input, string messageId)
    {
        message.From = new MailAddress(settings.From, settings.FromName);
        Address(message, settings, input);
        Fill(message, input);
        message.Headers.Add("Message-ID", messageId);
        message.Headers.Add("Auto-Submitted", "auto-generated");
    }

    private static void Address(MailMessage message, EmailSettings settings, EmailInput input)
    {
        Add(message.To, input.To, "to", settings);
        Add(message.CC, input.Cc, "cc", settings);
        Add(message.Bcc, input.Bcc, "bcc", settings);
        if (message.To.Count == 0)
        {
            throw new RefusedMessageException("'to' names nobody.");
        }

        if (message.To.Count + message.CC.Count + message.Bcc.Count > MostRecipients)
        {
            throw new RefusedMessageException($"The message goes to more than {MostRecipients} addresses.");
        }

        if (input.ReplyTo is { Length: > 0 } reply)
        {
            message.ReplyToList.Add(Parse(reply, "replyTo"));
        }
    }

    private static void Fill(MailMessage message, EmailInput input)
    {
        if (input.Subject.Length > LongestSubject || input.Subject.Any(char.IsControl))
        {
            throw new RefusedMessageException($"'subject' is longer than {LongestSubject} characters, or holds a line break.");
        }

        message.Subject = input.Subject;
        message.SubjectEncoding = Encoding.UTF8;
        message.BodyEncoding = Encoding.UTF8;
        message.BodyTransferEncoding = TransferEncoding.Base64;
        switch (input)
        {
            case { Text: { } text, Html: { } html }:
                message.Body = text;
                message.AlternateViews.Add(AlternateView.CreateAlternateViewFromString(html, Encoding.UTF8, MediaTypeNames.Text.Html));
                break;
            case { Html: { } html }:
                message.Body = html;
                message.IsBodyHtml = true;
                break;
            case { Text: { } text }:
                message.Body = text;
                break;
            default:
                throw new RefusedMessageException("The message has neither 'text' nor 'html'.");
        }

        var bytes = 0;
        foreach (var attached in input.Attachments ?? [])
        {
            var content = Content(attached);
            bytes += content.Length;
            if (bytes > MostBytes)
            {
                throw new RefusedMessageException($"The attachments are larger than {MostBytes} bytes.");
            }

            message.Attachments.Add(Attachment(attached, content));
        }
    }

    private static Attachment Attachment(EmailInput.Attached attached, byte[] content)
    {
        if (attached.Name is not { Length: > 0 and <= 200 } name || name.Any(character => char.IsControl(character) || character is '/' or '\\' or '"'))
        {
            throw new RefusedMessageException("An attachment's 'name' is not the name of a file.");
        }

        try
        {
            return new Attachment(new MemoryStream(content), name, attached.MediaType ?? MediaTypeNames.Application.Octet);
        }
        catch (FormatException)
        {
            throw new RefusedMessageException("An attachment's 'mediaType' is none, such as text/plain.");
        }
    }

    private static byte[] Content(EmailInput.Attached attached)
    {
        if (attached.Text is { } text)
        {
            return Encoding.UTF8.GetBytes(text);
        }

        var given = attached.Content ?? "";
        var bytes = new byte[given.Length];
        return Convert.TryFromBase64String(given, bytes, out var count)
            ? bytes[..count]
            : throw new RefusedMessageException("An attachment's 'content' is not Base64.");
    }

    private static void Add(MailAddressCollection addresses, JsonElement? given, string field, EmailSettings settings)
    {
        foreach (var address in Texts(given, field).Select(text => Parse(text, field)))
        {
            if (settings.AllowedDomains is { Length: > 0 } allowed && !allowed.Contains(address.Host, StringComparer.OrdinalIgnoreCase))
            {
                throw new RefusedMessageException($"'{field}' names an address outside the domains that the connection allows.");
            }

            addresses.Add(address);
        }
    }

    private static IEnumerable<string> Texts(JsonElement? given, string field) => given switch
    {
        null or { ValueKind: JsonValueKind.Null or JsonValueKind.Undefined } => [],
        { ValueKind: JsonValueKind.String } one => one.GetString() is { Length: > 0 } text ? [text] : [],
        { ValueKind: JsonValueKind.Array } list when list.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String) =>
            list.EnumerateArray().Select(item => item.GetString()!),
        _ => throw new RefusedMessageException($"'{field}' is an address or a list of them."),
    };

    // One field, one address: a comma or a line break would make two of them.
    private static MailAddress Parse(string text, string field) =>
        text.Length <= 254
        && !text.Any(character => char.IsControl(character) || character is ',' or ';' or '<' or '>' or '"')
        && MailAddress.TryCreate(text, out var address)
        && address.DisplayName.Length == 0
            ? address
            : throw new RefusedMessageException($"'{field}' holds what is no e-mail address.");
}
