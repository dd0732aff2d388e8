namespace Spark.Expressions.Values;

/// <summary>An object of Spark's own. Its fields are read anew each time: only its owner knows when they change.</summary>
internal sealed class SourceCell(IValueObject source) : ObjectCell
{
    public override MapCell Fields
    {
        get
        {
            var map = new MapCell();
            foreach (var name in source.Names)
            {
                if (source.TryGet(name, out var value) && !value.IsUndefined)
                {
                    map.Set(name, value);
                }
            }

            return map.Seal();
        }
    }

    public override bool TryGet(string name, out Value value) => source.TryGet(name, out value);
}
