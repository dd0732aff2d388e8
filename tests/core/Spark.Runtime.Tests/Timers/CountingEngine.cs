using System.Globalization;
using Spark.Engine.Conversations;
using Spark.Engine.Definitions;
using Spark.Runtime.Tests.Support;
using Spark.Runtime.Turns;

namespace Spark.Runtime.Tests.Timers;

/// <summary>Says something when a timer is due, and counts its runs for each conversation: its number stands where its language would.</summary>
internal sealed class CountingEngine(int conversations) : ITurnEngine
{
    private readonly int[] rings = new int[conversations];
    private int total;

    /// <summary>How often it ran for a timer.</summary>
    public int Total => Volatile.Read(ref total);

    /// <summary>For which conversations it did not run exactly once.</summary>
    public IEnumerable<int> Odd => Enumerable.Range(0, conversations).Where(number => rings[number] != 1);

    public TurnResult Run(Bot bot, ConversationState state, ConversationEvent happened)
    {
        if (happened is not TimerDue)
        {
            return ScriptedEngine.Say(state, "heard");
        }

        Interlocked.Increment(ref rings[int.Parse(state.Language, CultureInfo.InvariantCulture)]);
        Interlocked.Increment(ref total);
        return ScriptedEngine.Say(state with { Timers = [] }, "woken");
    }

    public TurnResult Fail(Bot bot, ConversationState state, ConversationEvent happened, EngineFault fault) => new(state, [], fault);
}
