namespace Spark.Expressions.Evaluation;

/// <summary>The variables of one block or call, before those around it.</summary>
internal sealed class Frame
{
    private readonly Frame? parent;
    private string[] names;
    private Value[] values;
    private int count;

    public Frame(Frame? parent)
        : this(parent, [], [])
    {
    }

    /// <summary>Takes both arrays as they are; the values must be the caller's own.</summary>
    public Frame(Frame? parent, string[] names, Value[] values)
    {
        this.parent = parent;
        this.names = names;
        this.values = values;
        count = names.Length;
    }

    public static Frame ForRow(Frame parent, RowCell row) => new(parent, row.Names, [.. row.Values]);

    public bool TryGet(string name, out Value value)
    {
        for (var frame = this; frame is not null; frame = frame.parent)
        {
            for (var index = frame.count - 1; index >= 0; index--)
            {
                if (string.Equals(frame.names[index], name, StringComparison.Ordinal))
                {
                    value = frame.values[index];
                    return true;
                }
            }
        }

        value = default;
        return false;
    }

    public void Bind(string name, Value value)
    {
        for (var index = 0; index < count; index++)
        {
            if (string.Equals(names[index], name, StringComparison.Ordinal))
            {
                values[index] = value;
                return;
            }
        }

        if (count == names.Length)
        {
            // The names may be shared with other calls; growing copies them.
            Array.Resize(ref names, count + 2);
            Array.Resize(ref values, count + 2);
        }

        names[count] = name;
        values[count] = value;
        count++;
    }
}
