namespace Spark;

/// <summary>
/// The version of this contract. A plugin names in its manifest the lowest version that it needs; the host loads it
/// when the major number is equal and the minor number is not above <see cref="Current"/>.
/// </summary>
public static class ContractVersion
{
    /// <summary>
    /// The version that this assembly carries: major for breaks, minor for additions. 1.1 lets an action say that it may be repeated, it
    /// may work on connections, and channels are told with each message what they told of the conversation last. 1.2 lets
    /// a channel reach people outside any turn, remember whom it can write to, hand a conversation to another instance, make the package of
    /// its app and see which choices answer a question; it carries the messages of agents, and lends plugins the API Calls and the
    /// escalation of administrators. 1.3 lets a plugin say what people mean. 1.4 gives files a size, a limit and
    /// a conversation, reads the last messages of one, says in requests who calls, and lets a channel tell how it shows a message; what kept files before is compiled anew (the product is not released yet).
    /// </summary>
    public static readonly Version Current = new(1, 4);
}
