using Spark.Runtime.Outbox;

namespace Spark.Storage.Sqlite.Outbox;

/// <summary>Binds an address as the three values that rows are found by.</summary>
internal static class AddressBinding
{
    public static Statement Bind(this Statement statement, EffectAddress address) =>
        statement.Bind(address.Conversation.ToBytes()).Bind(address.Effect.Sequence).Bind(address.Effect.Index);

    /// <summary>Null binds what lies before all addresses.</summary>
    public static Statement BindAfter(this Statement statement, EffectAddress? address) =>
        address is { } some ? statement.Bind(some) : statement.Bind([]).Bind(0).Bind(0);
}
