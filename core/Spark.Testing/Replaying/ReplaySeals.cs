using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Spark.Engine.Turns;
using Spark.Expressions;
using Spark.Runtime;
using Spark.Runtime.Recording;
using Spark.Runtime.Secrets;
using Spark.Runtime.Turns;

namespace Spark.Testing.Replaying;

/// <summary>Opens for a replay what people said in confidence. What the replay gives is under the same seals as what was logged.</summary>
internal sealed class ReplaySeals
{
    private const string Code = "SPK12043";

    private readonly ConversationSeals seals;

    private ReplaySeals(ConversationSeals seals) => this.seals = seals;

    /// <summary>The seals of a host that has a key.</summary>
    /// <param name="key">The key (<see cref="SealOptions.Key"/>); null for none.</param>
    /// <exception cref="OperatorException">It is no key.</exception>
    public static ReplaySeals WithKey(string? key)
    {
        var options = new SealOptions { Key = key };
        var checkedKey = new SealOptionsValidator().Validate(null, options);
        return checkedKey.Failed ? throw new OperatorException(Code, checkedKey.FailureMessage) : new(new(new Seal(Options.Create(options))));
    }

    /// <summary>The seals of the host itself.</summary>
    public static ReplaySeals OfHost(IServiceProvider services) => new(services.GetRequiredService<ConversationSeals>());

    /// <summary>True when all that a replay of the record needs can be opened.</summary>
    public bool CanOpen(ConversationRecord record) => record.Turns.All(turn => seals.CanOpen(turn.Event)) && seals.CanOpen(record.State);

    /// <summary>Refuses a record that is under a seal of another key.</summary>
    /// <exception cref="OperatorException">It is.</exception>
    public void Demand(ConversationRecord record)
    {
        if (!CanOpen(record))
        {
            throw new OperatorException(
                Code, $"Conversation {record.Key} holds answers under a seal that does not open. Give this command the key of the host as Seal__Key; what was sealed with a key that is lost cannot be replayed.");
        }
    }

    /// <summary>The engine as the host runs it.</summary>
    /// <param name="watch">Is told how each turn goes; null for nobody.</param>
    public ITurnEngine Engine(ITurnTrace? watch) => new DialogTurnEngine(seals, watch);

    /// <summary>True for a value under a seal.</summary>
    public static bool IsSealed(Value value) => SealedValues.IsSealed(value);
}
