namespace Spark.Engine.Reading.Dialogs;

/// <summary>A list in which blocks of steps find their places before they are read: inner blocks come behind the outer ones.</summary>
internal sealed class FlatList<T>
    where T : class
{
    /// <summary>Stands for the index behind the last step, which is known only when all are read.</summary>
    public const int End = int.MaxValue;

    private readonly List<T?> items = [];

    /// <summary>Keeps places for a block and returns the index of the first.</summary>
    public int Reserve(int count)
    {
        var start = items.Count;
        for (var i = 0; i < count; i++)
        {
            items.Add(null);
        }

        return start;
    }

    /// <summary>Fills a place.</summary>
    public void Put(int index, T item) => items[index] = item;

    /// <summary>The items, each given what <see cref="End"/> stands for.</summary>
    public IReadOnlyList<T> Close(Func<T, int, T> close) => [.. items.OfType<T>().Select(item => close(item, items.Count))];
}
