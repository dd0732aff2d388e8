using Spark.Expressions.Values;

namespace Spark.Expressions.Evaluation.Nodes;

/// <summary>Braces: an object from a context, or the grouping of a sequence by key.</summary>
internal sealed class GroupNode : Node
{
    private readonly Node[] keys;
    private readonly Node[] values;
    private readonly MapCell? fixedKeys;

    public GroupNode(int position, Node[] keys, Node[] values)
        : base(position)
    {
        this.keys = keys;
        this.values = values;
        fixedKeys = FixedKeys(keys);
    }

    public override Value Evaluate(Value input, Frame frame, EvaluationContext context)
    {
        context.Enter();
        var result = Group(input, frame, context);
        context.Exit();
        return result;
    }

    public Value Group(Value input, Frame frame, EvaluationContext context)
    {
        if (input.List is not { } list)
        {
            return fixedKeys is null ? GroupItems(new[] { input }, false, frame, context) : Construct(input, frame, context);
        }

        if (list.IsRows)
        {
            return GroupItems(list.Memory, true, frame, context);
        }

        // Nothing to group still makes an object.
        return GroupItems(list.Count == 0 ? new Value[1] : list.Memory, false, frame, context);
    }

    // Different constant keys, none of them a number, which would have to be put in order.
    private static MapCell? FixedKeys(Node[] keys)
    {
        var names = new MapCell(keys.Length);
        foreach (var key in keys)
        {
            var name = key is LiteralNode { Value.Kind: ValueKind.String } literal ? literal.Value.AsString() : "0";
            if (name.Length > 0 && char.IsAsciiDigit(name[0]))
            {
                return null;
            }

            names.Set(name, default);
        }

        return names.Count == keys.Length ? names : null;
    }

    private Value Construct(Value input, Frame frame, EvaluationContext context)
    {
        var found = new Value[values.Length];
        var isWhole = true;
        for (var index = 0; index < found.Length; index++)
        {
            context.Leaf();
            found[index] = values[index].Evaluate(input, frame, context);
            isWhole &= !found[index].IsUndefined;
        }

        return new Value(isWhole ? new MapCell(fixedKeys!, found) : Present(fixedKeys!.Names, found));
    }

    private static MapCell Present(ReadOnlySpan<string> names, Value[] values)
    {
        var result = new MapCell(names.Length);
        for (var index = 0; index < names.Length; index++)
        {
            if (!values[index].IsUndefined)
            {
                result.Set(names[index], values[index]);
            }
        }

        return result;
    }

    private Value GroupItems(ReadOnlyMemory<Value> items, bool isRows, Frame frame, EvaluationContext context)
    {
        var groups = new Dictionary<string, Gathered>(StringComparer.Ordinal);
        var order = new MapCell();
        for (var at = 0; at < items.Length; at++)
        {
            var item = items.Span[at];
            var row = isRows ? (RowCell)item.Cell! : null;
            var itemFrame = row is null ? frame : Frame.ForRow(frame, row);
            for (var pair = 0; pair < keys.Length; pair++)
            {
                var key = keys[pair].Evaluate(row?.Current ?? item, itemFrame, context);
                if (!key.IsUndefined)
                {
                    AddTo(groups, order, key, item, pair, context);
                }
            }
        }

        var result = new MapCell(order.Count);
        foreach (var name in order.Seal().Names)
        {
            var gathered = groups[name];
            var value = isRows
                ? EvaluateRows(gathered, frame, context)
                : values[gathered.Pair].Evaluate(gathered.Value, frame, context);
            if (!value.IsUndefined)
            {
                result.Set(name, value);
            }
        }

        return new Value(result.Seal());
    }

    private void AddTo(Dictionary<string, Gathered> groups, MapCell order, Value key, Value item, int pair, EvaluationContext context)
    {
        if (key.Kind != ValueKind.String)
        {
            throw Failure.At("T1003", Position, null, $"The key of an object must be a string, got {Failure.Show(key)}");
        }

        var name = key.AsString();
        context.Step();
        if (!groups.TryGetValue(name, out var gathered))
        {
            groups.Add(name, new Gathered(item, pair));
            order.Set(name, Value.Null);
        }
        else if (gathered.Pair != pair)
        {
            throw Failure.At("D1009", Position, null, $"Two keys of the object are both \"{name}\"");
        }
        else
        {
            gathered.Add(item, context);
        }
    }

    private Value EvaluateRows(Gathered gathered, Frame frame, EvaluationContext context)
    {
        var rows = gathered.Rows;
        var first = (RowCell)rows[0].Cell!;
        var current = Value.Undefined;
        var merged = new Value[first.Names.Length];
        foreach (var item in rows)
        {
            var row = (RowCell)item.Cell!;
            current = Sequences.Append(current, row.Current, context);
            for (var index = 0; index < merged.Length; index++)
            {
                merged[index] = Sequences.Append(merged[index], row.Values[index], context);
            }
        }

        return values[gathered.Pair].Evaluate(current, new Frame(frame, first.Names, merged), context);
    }

    /// <summary>The items of one key.</summary>
    private sealed class Gathered(Value first, int pair)
    {
        private ArrayCell? list;
        private List<Value>? rows;

        public int Pair => pair;

        public Value Value => list is null ? first : new Value(list);

        public List<Value> Rows => rows ?? [first];

        public void Add(Value item, EvaluationContext context)
        {
            if (first.Cell is RowCell)
            {
                rows ??= [first];
                rows.Add(item);
                return;
            }

            if (list is null)
            {
                list = new ArrayCell(ListTraits.None);
                Sequences.AddAll(list, first, context);
            }

            Sequences.AddAll(list, item, context);
        }
    }
}
