using Spark.Engine.Definitions;
using Spark.Understanding.Intents;

namespace Spark.Host.Understanding;

/// <summary>The examples of one language, and the bot that they are of.</summary>
/// <param name="Language">Their language; of a table, whose rows name none, English.</param>
/// <param name="Sentences">The examples, as a classifier learns them.</param>
/// <param name="Bot">The bot; null for a table.</param>
internal sealed record ExampleSet(string Language, IReadOnlyList<TrainingExample> Sentences, Bot? Bot)
{
    /// <summary>The classifier that answers people; of a table, or of a single intent, one with the default threshold.</summary>
    public LanguageModel Model() => Bot?.Intents is IntentMatcher matcher && matcher.Models.TryGetValue(Language, out var model)
        ? model
        : new(Language, IntentClassifier.Train(Sentences, ClassifierSettings.Default), IntentClassifier.DefaultThreshold, null, "");
}
