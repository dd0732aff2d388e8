namespace Spark.Expressions.Parsing;

/// <summary>One use of the parent operator, looking for the step whose context it names.</summary>
internal sealed class Slot(string label)
{
    /// <summary>The variable that carries the parent along the path.</summary>
    public string Label { get; set; } = label;

    /// <summary>How many steps up the parent still is.</summary>
    public int Level { get; set; } = 1;
}
