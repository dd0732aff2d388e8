using Microsoft.Extensions.Options;

namespace Spark.Runtime.Retention;

[OptionsValidator]
internal sealed partial class RetentionOptionsValidator : IValidateOptions<RetentionOptions>;
