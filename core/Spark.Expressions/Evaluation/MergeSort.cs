namespace Spark.Expressions.Evaluation;

/// <summary>A stable sort that asks its order the same questions every time, whatever the order answers.</summary>
internal static class MergeSort
{
    /// <summary>Sorts in place; <paramref name="swap"/> says whether the first belongs behind the second.</summary>
    public static void Sort<T>(T[] items, Func<T, T, bool> swap, EvaluationContext context) => Sort(items, new T[items.Length], 0, items.Length, swap, context);

    private static void Sort<T>(T[] items, T[] spare, int from, int to, Func<T, T, bool> swap, EvaluationContext context)
    {
        if (to - from <= 1)
        {
            return;
        }

        var middle = from + ((to - from) / 2);
        Sort(items, spare, from, middle, swap, context);
        Sort(items, spare, middle, to, swap, context);
        context.Charge(to - from);
        Array.Copy(items, from, spare, from, to - from);
        var left = from;
        var right = middle;
        for (var at = from; at < to; at++)
        {
            var takeRight = left == middle || (right < to && swap(spare[left], spare[right]));
            items[at] = takeRight ? spare[right++] : spare[left++];
        }
    }
}
