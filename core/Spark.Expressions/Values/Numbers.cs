namespace Spark.Expressions.Values;

/// <summary>What counts as a number.</summary>
internal static class Numbers
{
    /// <summary>True for a number that is one; infinity is an error wherever it is used.</summary>
    public static bool IsNumeric(Value value)
    {
        if (!value.IsNumber || double.IsNaN(value.AsNumber()))
        {
            return false;
        }

        if (double.IsInfinity(value.AsNumber()))
        {
            throw Failure.New("D1001", $"The number is out of range: {NumberText.Format(value.AsNumber())}");
        }

        return true;
    }
}
