namespace Spark.Understanding.Intents.Models;

/// <summary>A network with one hidden layer of rectified units. Immutable.</summary>
/// <param name="Input">From features to hidden units.</param>
/// <param name="Output">From hidden units to intents.</param>
/// <param name="Biases">One an intent.</param>
internal sealed record HiddenNetwork(QuantizedMatrix Input, QuantizedMatrix Output, float[] Biases)
{
    /// <summary>Adds the scores of the intents times a weight.</summary>
    public void AddScores(ReadOnlySpan<int> places, ReadOnlySpan<float> values, float weight, ClassifierBuffers buffers, Span<float> scores)
    {
        Input.Score(places, values, buffers.Hidden);
        int active = 0;
        for (int unit = 0; unit < Input.Columns; unit++)
        {
            if (buffers.Hidden[unit] > 0)
            {
                buffers.Units[active] = unit;
                buffers.Activations[active++] = buffers.Hidden[unit];
            }
        }

        Output.Score(buffers.Units.AsSpan(0, active), buffers.Activations.AsSpan(0, active), buffers.Scores);
        for (int intent = 0; intent < Biases.Length; intent++)
        {
            scores[intent] += weight * (buffers.Scores[intent] + Biases[intent]);
        }
    }
}
