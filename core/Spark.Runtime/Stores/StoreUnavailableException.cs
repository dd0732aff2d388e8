using Spark.Engine.Conversations;

namespace Spark.Runtime.Stores;

/// <summary>
/// Thrown by the storage ports when nothing was written and trying again later may help: a queue of waiting reads or writes is full, or the
/// database cannot be written. Whoever has a request in hand holds it; whoever works in the background waits and repeats.
/// </summary>
public sealed class StoreUnavailableException : Exception
{
    /// <summary>A queue of waiting reads or writes is full.</summary>
    public const string Busy = "SPK11002";

    /// <summary>The database cannot be read or written.</summary>
    public const string Away = "SPK11003";

    /// <summary>Too many events of one conversation are waiting.</summary>
    public const string Crowded = "SPK11011";

    /// <summary>A person brings more events than they may.</summary>
    public const string Flooded = "SPK11016";

    /// <summary>A newer program has written the conversation.</summary>
    public const string Newer = "SPK11017";

    public StoreUnavailableException()
    {
    }

    public StoreUnavailableException(string message)
        : base(message)
    {
    }

    public StoreUnavailableException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>The stable code.</summary>
    public string Code { get; private init; } = Away;

    /// <summary>The queue is full.</summary>
    /// <param name="capacity">How many writes it holds.</param>
    public static StoreUnavailableException QueueIsFull(int capacity) =>
        new($"{Busy}: {capacity} calls are waiting for the database already. The sender is asked to come again; when this lasts, the disk is too slow for the load.")
        {
            Code = Busy,
        };

    /// <summary>One conversation has too much to do.</summary>
    /// <param name="waiting">How many of its events wait.</param>
    public static StoreUnavailableException ConversationIsBusy(int waiting) =>
        new($"{Crowded}: {waiting} events of this conversation are waiting for their turn already. The sender is asked to come again; one that goes on like this is no person.")
        {
            Code = Crowded,
        };

    /// <summary>One person brings more than they may.</summary>
    /// <param name="mostASecond">How many events a second they may bring.</param>
    public static StoreUnavailableException PersonFloods(int mostASecond) =>
        new($"{Flooded}: this person brings more than {mostASecond} events a second. The sender is asked to come again; one that goes on like this is no person.")
        {
            Code = Flooded,
        };

    /// <summary>The conversation is in a format that this program does not read.</summary>
    /// <param name="newer">What the reader said.</param>
    public static StoreUnavailableException FormatIsNewer(NewerFormatException newer)
    {
        ArgumentNullException.ThrowIfNull(newer);
        return new($"{Newer}: {newer.Message} The sender is asked to come again, and meets another node then.", newer) { Code = Newer };
    }

    /// <summary>The database did not take the write.</summary>
    /// <param name="reason">What it said.</param>
    /// <param name="inner">What lies beneath.</param>
    public static StoreUnavailableException CannotWrite(string reason, Exception inner) =>
        new($"{Away}: the database cannot be used now ({reason}). Check that its disk is mounted, writable and not full.", inner);
}
