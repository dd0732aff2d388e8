namespace Spark.Engine.Conversations;

/// <summary>What an operator does with a conversation.</summary>
public enum OperatorStep
{
    /// <summary>Takes it over: the bot is silent.</summary>
    Takes,

    /// <summary>Ends it: the bot has it again, says nothing, and hears the next message as a beginning.</summary>
    Ends,
}
