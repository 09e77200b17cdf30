#compdef rtk-webhooks
# Completion of rtk-webhooks in zsh.
_rtk_webhooks() {
  local -a lines candidates displays
  lines=(${(f)"$(${words[1]} __complete -- "${(@)words[2,CURRENT]}" 2>/dev/null)"})
  candidates=(${lines%%$'\t'*})
  displays=(${lines/$'\t'/  })
  if (( ${#candidates} )); then
    compadd -l -d displays -a candidates
  else
    _files
  fi
}
compdef _rtk_webhooks rtk-webhooks
