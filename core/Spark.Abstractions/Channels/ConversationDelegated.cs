namespace Spark.Channels;

/// <summary>A desk that owns the channel lends the conversation to the bot (again). The bot speaks first.</summary>
public sealed record ConversationDelegated : InboundEvent;
