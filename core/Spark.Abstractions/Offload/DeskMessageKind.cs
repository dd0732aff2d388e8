namespace Spark.Offload;

/// <summary>What a message to a desk tells. Since contract 1.2.</summary>
public enum DeskMessageKind
{
    /// <summary>The person said something.</summary>
    Said,

    /// <summary>The person has left the queue, or Spark has taken the conversation back: nobody reads there any more.</summary>
    Left,
}
