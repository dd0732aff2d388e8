using Spark.Understanding.Intents.Features;

namespace Spark.Understanding.Intents.Models;

/// <summary>The memory that one classification needs and the next one uses again.</summary>
internal sealed class ClassifierBuffers(FeatureIndex index, FeatureSettings settings, int networks, int hidden, int intents)
{
    public FeatureVector Vector { get; } = new(index, settings);

    public float[] Hidden { get; } = new float[QuantizedMatrix.Width(hidden)];

    public int[] Units { get; } = new int[hidden];

    public float[] Activations { get; } = new float[hidden];

    /// <summary>The units of all networks, one network behind the other.</summary>
    public float[] AllHidden { get; } = new float[networks * hidden];

    /// <summary>The same in a byte each.</summary>
    public sbyte[] Trace { get; } = new sbyte[ExampleTraces.Width(networks * hidden)];

    public float[] Scores { get; } = new float[QuantizedMatrix.Width(intents)];

    public float[] Sums { get; } = new float[QuantizedMatrix.Width(intents)];

    public float[] Margins { get; } = new float[QuantizedMatrix.Width(intents)];
}
