using System.Text.Json;
using System.Text.RegularExpressions;
using Spark.Simulators.Sparkcentral.Conversations;
using Spark.Simulators.Sparkcentral.Settings;

namespace Spark.Simulators.Sparkcentral.Rest;

/// <summary>Reads a ConversationManipulation and names all that is wrong with it (rules 14 and 15).</summary>
internal sealed partial class ManipulationReader
{
    /// <summary>Fields that no Sparkcentral-branded source shows: a classic tenant may not know them.</summary>
    private static readonly string[] SuccessorFields =
        ["sendMessages", "applyTags", "applyConversationNotes", "indicateTyping"];

    private readonly JsonElement root;
    private readonly Conversation conversation;
    private readonly bool isAnswer;
    private readonly bool isClassic;
    private readonly List<string> errors = [];

    private ManipulationReader(JsonElement root, Conversation conversation, WireProfile profile, bool isAnswer)
    {
        this.root = root;
        this.conversation = conversation;
        this.isAnswer = isAnswer;
        isClassic = profile == WireProfile.Classic2019;
    }

    /// <summary>Returns what is wrong; the manipulation is worth something only when nothing is.</summary>
    public static IReadOnlyList<string> Read(
        JsonElement root, Conversation conversation, WireProfile profile, bool isAnswer, out Manipulation manipulation)
    {
        manipulation = new Manipulation();
        if (root.ValueKind != JsonValueKind.Object)
        {
            return ["The body must be a JSON object."];
        }

        var reader = new ManipulationReader(root, conversation, profile, isAnswer);
        manipulation = reader.Read();
        return reader.errors;
    }

    private Manipulation Read()
    {
        var single = Field("sendMessage") is { } one ? ReadMessage(one, "sendMessage") : null;
        return new Manipulation
        {
            Attributes = ReadAttributes(),
            Notes = [.. Items("applyConversationNotes").Select(ReadNote).OfType<string>()],
            Topics = [.. Items("applyTopics").Select(ReadTopic).OfType<string>()],
            Tags = [.. Items("applyTags").Select(ReadTag).OfType<MessageTag>()],
            Messages =
            [
                .. single is null ? Array.Empty<OutgoingMessage>() : [single],
                .. Items("sendMessages").Select(item => ReadMessage(item, "sendMessages")).OfType<OutgoingMessage>(),
            ],
            Typing = ReadWord("indicateTyping", "START", "STOP") is { } typing ? typing == "START" : null,
            Completion = ReadWord("complete", "HANDOVER", "RESOLVED") switch
            {
                "HANDOVER" => Completion.HandOver,
                "RESOLVED" => Completion.Resolved,
                _ => Completion.None,
            },
            Ignored = isClassic ? [.. SuccessorFields.Where(name => IsPresent(name, out _))] : [],
        };
    }

    private OutgoingMessage? ReadMessage(JsonElement item, string field)
    {
        if (item.ValueKind != JsonValueKind.Object)
        {
            errors.Add($"{field} must hold an object with text or attachment.");
            return null;
        }

        var before = errors.Count;
        var text = OptionalText(item, "text", field);
        var attachment = OptionalText(item, "attachment", field);
        if (errors.Count > before)
        {
            return null;
        }

        if (string.IsNullOrEmpty(text) && string.IsNullOrEmpty(attachment))
        {
            errors.Add($"{field} needs a text or an attachment.");
            return null;
        }

        if (attachment is not null && !conversation.Attachments.ContainsKey(attachment))
        {
            errors.Add($"{field}.attachment was not uploaded for this conversation.");
            return null;
        }

        return new OutgoingMessage(text, attachment);
    }

    private string? OptionalText(JsonElement item, string name, string field)
    {
        if (!item.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.String)
        {
            return value.GetString();
        }

        errors.Add($"{field}.{name} must be a string.");
        return null;
    }

    private string? ReadTopic(JsonElement item)
    {
        if (item.ValueKind == JsonValueKind.String)
        {
            return item.GetString();
        }

        errors.Add("applyTopics must hold strings.");
        return null;
    }

    private string? ReadNote(JsonElement item)
    {
        if (item.ValueKind == JsonValueKind.Object
            && item.TryGetProperty("text", out var text)
            && text is { ValueKind: JsonValueKind.String }
            && text.GetString() is { Length: > 0 } note)
        {
            return note;
        }

        errors.Add("applyConversationNotes must hold objects with a text.");
        return null;
    }

    private MessageTag? ReadTag(JsonElement item)
    {
        // A bare tag is for the message being answered: over REST there is none.
        if (item.ValueKind == JsonValueKind.String && isAnswer)
        {
            return new MessageTag(null, item.GetString()!);
        }

        if (item.ValueKind == JsonValueKind.Object
            && item.TryGetProperty("messageId", out var messageId)
            && item.TryGetProperty("tag", out var tag)
            && messageId.ValueKind == JsonValueKind.String
            && tag.ValueKind == JsonValueKind.String)
        {
            return new MessageTag(messageId.GetString(), tag.GetString()!);
        }

        errors.Add(isAnswer
            ? "applyTags must hold strings, or objects with messageId and tag."
            : "applyTags must hold objects with messageId and tag.");
        return null;
    }

    private List<KeyValuePair<string, string>> ReadAttributes()
    {
        var attributes = new List<KeyValuePair<string, string>>();
        if (Field("setContactAttributes") is not { } field)
        {
            return attributes;
        }

        if (field.ValueKind != JsonValueKind.Object)
        {
            errors.Add("setContactAttributes must be an object.");
            return attributes;
        }

        foreach (var property in field.EnumerateObject().Where(property => property.Value.ValueKind != JsonValueKind.Null))
        {
            if (!Alias().IsMatch(property.Name) || property.Value.ValueKind != JsonValueKind.String)
            {
                errors.Add("setContactAttributes must hold strings under aliases of letters, digits and underscores.");
                continue;
            }

            attributes.Add(new(property.Name, property.Value.GetString()!));
        }

        return attributes;
    }

    private string? ReadWord(string name, params ReadOnlySpan<string> words)
    {
        if (Field(name) is not { } field)
        {
            return null;
        }

        if (field.ValueKind == JsonValueKind.String && words.Contains(field.GetString()!))
        {
            return field.GetString();
        }

        errors.Add($"{name} must be one of {string.Join(", ", words!)}.");
        return null;
    }

    private JsonElement.ArrayEnumerator Items(string name)
    {
        if (Field(name) is not { } field)
        {
            return default;
        }

        if (field.ValueKind == JsonValueKind.Array)
        {
            return field.EnumerateArray();
        }

        errors.Add($"{name} must be an array.");
        return default;
    }

    private JsonElement? Field(string name) =>
        IsPresent(name, out var value) && !(isClassic && SuccessorFields.Contains(name, StringComparer.Ordinal)) ? value : null;

    private bool IsPresent(string name, out JsonElement value) =>
        root.TryGetProperty(name, out value) && value.ValueKind != JsonValueKind.Null;

    [GeneratedRegex("^[a-zA-Z0-9_]+$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Alias();
}
