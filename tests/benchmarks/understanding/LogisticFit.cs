namespace Spark.Benchmarks.Understanding;

/// <summary>Logistic regression by Newton's method; a small penalty keeps it from running away.</summary>
internal static class LogisticFit
{
    private const double Penalty = 1e-4;

    public static double Probability(double[] weights, double[] features) => 1 / (1 + Math.Exp(-Logit(weights, features)));

    public static double Logit(double[] weights, double[] features) => weights.Zip(features, (weight, feature) => weight * feature).Sum();

    public static double[] Of(List<(double[] Features, bool IsRight, double Weight)> points)
    {
        var size = points[0].Features.Length;
        var weights = new double[size];
        for (var round = 0; round < 30; round++)
        {
            var system = new double[size, size + 1];
            foreach (var (features, isRight, weight) in points)
            {
                var probability = Probability(weights, features);
                for (var row = 0; row < size; row++)
                {
                    system[row, size] += weight * ((isRight ? 1 : 0) - probability) * features[row];
                    for (var column = 0; column < size; column++)
                    {
                        system[row, column] += weight * probability * (1 - probability) * features[row] * features[column];
                    }
                }
            }

            for (var row = 0; row < size; row++)
            {
                system[row, row] += Penalty;
                system[row, size] -= Penalty * weights[row];
            }

            var step = Solve(system);
            for (var row = 0; row < size; row++)
            {
                weights[row] += step[row];
            }
        }

        return weights;
    }

    /// <summary>
    /// Two curves of which the lower one counts: each is fitted to the points at which it is the lower one, again and again, half of the
    /// way at a time, starting from those of all points.
    /// </summary>
    public static (double[] First, double[] Second) OfLesser(
        List<(double[] Features, bool IsRight, double Weight)> first, List<(double[] Features, bool IsRight, double Weight)> second)
    {
        var (one, other) = (Of(first), Of(second));
        for (var round = 0; round < 12; round++)
        {
            bool[] isFirst = [.. first.Zip(second, (left, right) => Logit(one, left.Features) <= Logit(other, right.Features))];
            Console.WriteLine($"Round {round}: the first curve counts for {100.0 * isFirst.Count(counts => counts) / isFirst.Length:0} %, loss {Loss(first, second, one, other):0.0000}");
            one = Between(one, Of([.. first.Where((_, at) => isFirst[at])]));
            other = Between(other, Of([.. second.Where((_, at) => !isFirst[at])]));
        }

        return (one, other);
    }

    private static double[] Between(double[] left, double[] right) => [.. left.Zip(right, (from, to) => (from + to) / 2)];

    private static double Loss(
        List<(double[] Features, bool IsRight, double Weight)> first, List<(double[] Features, bool IsRight, double Weight)> second, double[] one, double[] other) =>
        first.Zip(second, (left, right) =>
        {
            var probability = Math.Min(Probability(one, left.Features), Probability(other, right.Features));
            return -left.Weight * Math.Log(left.IsRight ? probability : 1 - probability);
        }).Sum() / first.Sum(point => point.Weight);

    private static double[] Solve(double[,] system)
    {
        var size = system.GetLength(0);
        for (var pivot = 0; pivot < size; pivot++)
        {
            for (var row = 0; row < size; row++)
            {
                if (row == pivot)
                {
                    continue;
                }

                var factor = system[row, pivot] / system[pivot, pivot];
                for (var column = pivot; column <= size; column++)
                {
                    system[row, column] -= factor * system[pivot, column];
                }
            }
        }

        return [.. Enumerable.Range(0, size).Select(row => system[row, size] / system[row, row])];
    }
}
