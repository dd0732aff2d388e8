using System.Text.Json;
using Microsoft.Extensions.Logging;
using Spark.Messages;

namespace Spark.Channels.Sparkcentral.Rest;

/// <summary>Writes the bot's messages as one manipulation. The same messages always give the same bytes.</summary>
internal sealed partial class ManipulationWriter(Wire wire, bool shortcodes, ILogger<ManipulationWriter> logger)
{
    /// <summary>Writes the messages, oldest first; null when there is nothing to do for the far side.</summary>
    /// <param name="messages">The messages.</param>
    /// <param name="attachment">The name of a file that goes with the only message; null for none.</param>
    public byte[]? Write(IReadOnlyList<OutboundMessage> messages, string? attachment = null)
    {
        var texts = messages.Select(message => PlainText.Render(Shown(message))).Where(text => text.Length > 0).ToList();
        var completion = messages.LastOrDefault(message => message.Completion is not null)?.Completion;
        if (texts.Count == 0 && completion is null && attachment is null)
        {
            return null;
        }

        var said = attachment is null
            ? Say(texts)
            : new Manipulation { SendMessage = new Manipulation.MessageBody(texts.Count > 0 ? texts[0] : null) { Attachment = attachment } };
        var manipulation = Complete(said, completion);
        return JsonSerializer.SerializeToUtf8Bytes(manipulation, SparkcentralJson.Default.Manipulation);
    }

    private IReadOnlyList<MessagePart> Shown(OutboundMessage message) =>
        shortcodes && Shortcodes.AreShown(message.ChannelDetails) ? Shortcodes.Of(message.Parts) : message.Parts;

    private Manipulation Say(List<string> texts) => texts.Count switch
    {
        0 => new Manipulation(),
        > 1 when wire.TakesManyMessages => new Manipulation { SendMessages = [.. texts.Select(text => new Manipulation.MessageBody(text))] },
        _ => new Manipulation { SendMessage = new Manipulation.MessageBody(string.Join("\n\n", texts)) },
    };

    private Manipulation Complete(Manipulation manipulation, Completion? completion) => completion is null
        ? manipulation
        : manipulation with
        {
            Complete = completion.Kind == CompletionKind.Resolved ? "RESOLVED" : "HANDOVER",
            ApplyTopics = completion.Topics.Count > 0 ? completion.Topics : null,
            SetContactAttributes = Attributes(completion),
            ApplyConversationNotes = Notes(completion),
        };

    private SortedDictionary<string, string>? Attributes(Completion completion)
    {
        var valid = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (alias, value) in completion.Attributes)
        {
            if (IsAlias(alias))
            {
                valid[alias] = value;
            }
            else
            {
                LogAttributeLeftOut(alias);
            }
        }

        return valid.Count > 0 ? valid : null;
    }

    private List<Manipulation.Note>? Notes(Completion completion)
    {
        if (completion.Notes.Count == 0)
        {
            return null;
        }

        if (!wire.TakesNotes)
        {
            LogNotesLeftOut(completion.Notes.Count);
            return null;
        }

        return [.. completion.Notes.Select(note => new Manipulation.Note(note))];
    }

    private static bool IsAlias(string alias) =>
        alias.Length > 0 && alias.All(character => char.IsAsciiLetterOrDigit(character) || character == '_');

    [LoggerMessage(LogLevel.Warning, "Left out the contact attribute {Alias}: an alias consists of letters, digits and underscores")]
    private partial void LogAttributeLeftOut(string alias);

    [LoggerMessage(LogLevel.Debug, "Left out {Count} notes: this flavor has none")]
    private partial void LogNotesLeftOut(int count);
}
