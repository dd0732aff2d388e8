namespace Spark.Channels.Sparkcentral.Rest;

/// <summary>What the virtual agent does to a conversation; fields that are null are not written.</summary>
internal sealed record Manipulation
{
    public MessageBody? SendMessage { get; init; }

    public IReadOnlyList<MessageBody>? SendMessages { get; init; }

    public IReadOnlyList<string>? ApplyTopics { get; init; }

    public IReadOnlyDictionary<string, string>? SetContactAttributes { get; init; }

    public IReadOnlyList<Note>? ApplyConversationNotes { get; init; }

    public string? Complete { get; init; }

    /// <summary>A message as the person reads it.</summary>
    internal sealed record MessageBody(string? Text)
    {
        /// <summary>The name of a file that was uploaded before.</summary>
        public string? Attachment { get; init; }
    }

    /// <summary>A note that only agents see.</summary>
    internal sealed record Note(string Text);
}
