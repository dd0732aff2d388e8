using Spark.Engine.Definitions;
using Spark.Engine.Reading.Dialogs;

namespace Spark.Engine.Reading.Actions;

/// <summary>Where deeds lead.</summary>
internal static class DeedLinks
{
    /// <summary>Gives a deed the index behind the last one of its action dialog.</summary>
    public static Deed Close(Deed deed, int end)
    {
        var closed = deed.Next == FlatList<Deed>.End ? deed with { Next = end } : deed;
        return closed is WhenDeed branch
            ? branch with { Then = Close(branch.Then, end), Otherwise = branch.Otherwise is { } otherwise ? Close(otherwise, end) : null }
            : closed;
    }

    /// <summary>Everywhere that a deed leads.</summary>
    public static IEnumerable<int> All(Deed deed) => deed switch
    {
        FinishDeed => [],
        WhenDeed branch => [branch.Then, branch.Otherwise ?? branch.Next],
        AwaitingDeed { Otherwise: not null } => [],
        _ => [deed.Next],
    };

    /// <summary>True when a way leads past the last deed.</summary>
    public static bool RunsToItsEnd(IReadOnlyList<Deed> deeds)
    {
        var seen = new bool[deeds.Count];
        var open = new Stack<int>([0]);
        while (open.TryPop(out var index))
        {
            if (index >= deeds.Count)
            {
                return true;
            }

            if (!seen[index])
            {
                seen[index] = true;
                foreach (var next in All(deeds[index]))
                {
                    open.Push(next);
                }
            }
        }

        return false;
    }

    private static int Close(int index, int end) => index == FlatList<Deed>.End ? end : index;
}
