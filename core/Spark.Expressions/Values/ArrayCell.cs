using System.Runtime.InteropServices;
using System.Text.Json;

namespace Spark.Expressions.Values;

/// <summary>An array. It grows only in the hands of the one that makes it.</summary>
internal sealed class ArrayCell : ValueCell
{
    private Value[] items;
    private int count;

    // The array of a JSON document whose items were not asked for yet.
    private volatile object? source;

    public ArrayCell(Value[] items, ListTraits traits = ListTraits.None)
        : base(ValueKind.Array)
    {
        this.items = items;
        count = items.Length;
        Traits = traits;
    }

    public ArrayCell(ListTraits traits)
        : this([], traits)
    {
    }

    // Shares the items of an array that nobody changes any more.
    private ArrayCell(ArrayCell other, ListTraits traits)
        : base(ValueKind.Array)
    {
        other.EnsureLoaded();
        items = other.items;
        count = other.count;
        Traits = traits;
    }

    public ArrayCell(JsonElement element)
        : this([])
    {
        source = element;
        count = element.GetArrayLength();
    }

    public ListTraits Traits { get; }

    public int Count => count;

    public bool IsSequence => Is(ListTraits.Sequence);

    public bool IsRows => Is(ListTraits.Rows);

    public Value this[int index] => Span[index];

    public ReadOnlySpan<Value> Span
    {
        get
        {
            EnsureLoaded();
            return items.AsSpan(0, count);
        }
    }

    public ReadOnlyMemory<Value> Memory
    {
        get
        {
            EnsureLoaded();
            return items.AsMemory(0, count);
        }
    }

    /// <summary>The length of its JSON text, while it was not read.</summary>
    public int? SourceLength => source is JsonElement element ? JsonMarshal.GetRawUtf8Value(element).Length : null;

    public static ArrayCell Sequence() => new(ListTraits.Sequence);

    public static ArrayCell SequenceOf(Value only) => new([only], ListTraits.Sequence);

    public bool Is(ListTraits trait) => (Traits & trait) == trait;

    public void Add(Value value)
    {
        if (count == items.Length)
        {
            Array.Resize(ref items, count == 0 ? 4 : count * 2);
        }

        items[count++] = value;
    }

    public void AddRange(ReadOnlySpan<Value> values)
    {
        if (count + values.Length > items.Length)
        {
            Array.Resize(ref items, Math.Max(count + values.Length, items.Length * 2));
        }

        values.CopyTo(items.AsSpan(count));
        count += values.Length;
    }

    /// <summary>The same items under other traits.</summary>
    public ArrayCell As(ListTraits traits) => traits == Traits ? this : new ArrayCell(this, traits);

    public IEnumerable<Value> Enumerate() => MemoryMarshal.ToEnumerable(Memory);

    private void EnsureLoaded()
    {
        if (source is JsonElement element)
        {
            Load(element);
        }
    }

    // Two threads may both load; they load the same and the last one stays.
    private void Load(JsonElement element)
    {
        var loaded = new Value[count];
        var index = 0;
        foreach (var item in element.EnumerateArray())
        {
            loaded[index++] = JsonElements.ToValue(item);
        }

        items = loaded;
        source = null;
    }
}
