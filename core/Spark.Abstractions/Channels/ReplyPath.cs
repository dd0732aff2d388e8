namespace Spark.Channels;

/// <summary>How replies leave a channel instance. Every instance has exactly one way.</summary>
public enum ReplyPath
{
    /// <summary>The dispatcher calls <see cref="IChannel.SendAsync"/>.</summary>
    Call,

    /// <summary>The reply is the response to the person's request: <see cref="IAnswersInResponse"/>.</summary>
    Answer,

    /// <summary>The client reads the conversation's feed: <see cref="IConversationFeed"/>. Stored is delivered.</summary>
    Pull,
}
